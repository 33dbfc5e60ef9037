// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { Replacement } from "../../interfaces/IKeyReplacement.sol";
import { Freeze, OrderedTransfer } from "../../interfaces/ILegalOrders.sol";
import { Outstanding } from "../../interfaces/IObligors.sol";
import { PaidMark, Settling } from "../../interfaces/IDeskActs.sol";
import { Currency, Desk, Policy } from "../../interfaces/IRulebook.sol";
import { TransferOffer } from "../../interfaces/ISlices.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { ReceivableWord } from "../../libraries/ReceivableWord.sol";
import { SliceId } from "../../libraries/SliceId.sol";

/// @dev All that the ledger stores, beside the words in the ERC-721's own slots (a slice's in `extraData` and owner, a participant's in
/// `aux`). Both halves of the ledger inherit it first and add no state of their own, so that they mean the same slot by the same name.
abstract contract LedgerStorage is AccessManaged, ERC721, EIP712 {
    mapping(uint16 version => Policy) internal _policies;
    mapping(uint8 index => Currency) internal _currencies;
    mapping(address desk => Desk) internal _desks;
    /// @dev Indices start at 1, so that 0 means none. One slot for the three.
    uint16 internal _lastPolicy;
    uint8 internal _lastCurrency;
    uint8 internal _lastDesk;

    mapping(bytes20 identity => address) internal _accounts;
    mapping(address lost => Replacement) internal _replacements;
    mapping(address lost => address) internal _successors;

    mapping(ReceivableId id => ReceivableWord) internal _receivables;
    mapping(bytes20 identity => mapping(uint8 currency => Outstanding)) internal _outstanding;
    mapping(bytes20 identity => uint32) internal _overdue;
    mapping(ReceivableId id => Settling) internal _settling;
    mapping(ReceivableId id => uint40) internal _heldUntil;
    /// @dev Cents paid before the due day, which their obligor no longer owes.
    mapping(ReceivableId id => uint48) internal _retired;

    mapping(SliceId id => TransferOffer) internal _offers;
    mapping(SliceId id => Freeze) internal _freezes;
    mapping(SliceId id => PaidMark) internal _paidMarks;
    mapping(bytes32 order => OrderedTransfer) internal _ordered;

    constructor(address authority) AccessManaged(authority) EIP712("Tallystick Ledger", "1") {}
}
