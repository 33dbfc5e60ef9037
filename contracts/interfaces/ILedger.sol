// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { IERC4906 } from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import { IERC721Metadata } from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import { IBatches } from "./IBatches.sol";
import { IDeskActs } from "./IDeskActs.sol";
import { IEvidence } from "./IEvidence.sol";
import { IKeyReplacement } from "./IKeyReplacement.sol";
import { ILedgerViews } from "./ILedgerViews.sol";
import { ILegalOrders } from "./ILegalOrders.sol";
import { IObligors } from "./IObligors.sol";
import { IParticipants } from "./IParticipants.sol";
import { IReceivables } from "./IReceivables.sol";
import { IRuleTables, IRulebook } from "./IRulebook.sol";
import { ISlices } from "./ISlices.sol";

/// @title ILedger
/// @notice The register of who owes what to whom. It holds no cash. All of it is called at the ledger's one address; which of its two
/// halves answers does not matter to the caller.
interface ILedger is
    IRuleTables,
    IRulebook,
    IParticipants,
    IKeyReplacement,
    IObligors,
    IReceivables,
    IEvidence,
    ISlices,
    IDeskActs,
    ILegalOrders,
    IBatches,
    ILedgerViews,
    IERC721Metadata,
    IERC4906,
    IAccessManaged
{}
