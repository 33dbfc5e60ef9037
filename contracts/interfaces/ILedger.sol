// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IParticipants } from "./IParticipants.sol";
import { IReceivables } from "./IReceivables.sol";
import { IRulebook } from "./IRulebook.sol";
import { ISlices } from "./ISlices.sol";

/// @title ILedger
/// @notice The register of who owes what to whom. It holds no cash.
interface ILedger is IRulebook, IParticipants, IReceivables, ISlices {}
