// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IObligors } from "../interfaces/IObligors.sol";
import { IReceivables, Terms } from "../interfaces/IReceivables.sol";
import { Policy } from "../interfaces/IRulebook.sol";
import { PARTICIPANT_OVERDUE, ParticipantWord, ROLE_OBLIGOR, ROLE_SUPPLIER } from "../libraries/ParticipantWord.sol";
import { ReceivableId, receivableIdOf } from "../libraries/ReceivableId.sol";
import { ReceivableWord, Status, packReceivable, proposal } from "../libraries/ReceivableWord.sol";
import { Signatures } from "../libraries/Signatures.sol";
import { sliceIdOf } from "../libraries/SliceId.sol";
import { SliceWord, packSlice } from "../libraries/SliceWord.sol";
import { RuleTables } from "./RuleTables.sol";

/// @dev From an invoice to a confirmed receivable with its first slice.
abstract contract Receivables is RuleTables, IReceivables {
    bytes32 private constant CONFIRMATION_TYPEHASH = keccak256(
        "Confirmation(uint192 receivableId,address creditor,uint48 face,uint16 dueDay,uint8 currency,uint16 policy,bytes32 documentRoot,uint16 round,uint256 deadline)"
    );

    /// @dev No contract is as short; a key that delegates to one (EIP-7702) has 23 bytes and is still a key.
    uint256 private constant KEY_CODE = 23;

    /// @inheritdoc IReceivables
    function register(Terms calldata terms) external returns (ReceivableId id) {
        (id, ) = _register(terms);
    }

    /// @inheritdoc IReceivables
    function confirm(address creditor, Terms calldata terms, uint16 policy) external returns (ReceivableId id) {
        require(msg.sender == terms.obligor, Receivables_NotObligor(msg.sender, terms.obligor));
        (id, ) = _requireRegistered(creditor, terms);
        _confirm(id, creditor, terms, policy);
    }

    /// @inheritdoc IReceivables
    function confirmBySignature(
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint256 deadline,
        bytes calldata signature
    ) external returns (ReceivableId id) {
        ReceivableWord word;
        (id, word) = _requireRegistered(creditor, terms);
        _requireSignature(id, creditor, terms, policy, word.round(), deadline, signature);
        _confirm(id, creditor, terms, policy);
    }

    /// @inheritdoc IReceivables
    function registerAndConfirm(
        Terms calldata terms,
        uint16 policy,
        uint256 deadline,
        bytes calldata signature
    ) external returns (ReceivableId id) {
        ReceivableWord word;
        (id, word) = _register(terms);
        _requireSignature(id, msg.sender, terms, policy, word.round(), deadline, signature);
        _confirm(id, msg.sender, terms, policy);
    }

    /// @inheritdoc IReceivables
    function refuse(address creditor, Terms calldata terms, uint8 reason) external {
        // Check
        require(msg.sender == terms.obligor, Receivables_NotObligor(msg.sender, terms.obligor));
        (ReceivableId id, ReceivableWord word) = _requireRegistered(creditor, terms);
        _requireActive(msg.sender, _today(_policyInForce()), ROLE_OBLIGOR);
        // Effect
        word = word.withStatus(Status.Refused);
        _receivables[id] = word;
        emit ReceivableRefused(id, msg.sender, reason, word);
    }

    /// @inheritdoc IReceivables
    function cancel(Terms calldata terms) external {
        _cancel(terms);
    }

    /// @inheritdoc IReceivables
    function correct(Terms calldata terms, Terms calldata corrected) external returns (ReceivableId id) {
        ReceivableId before = _cancel(terms);
        (id, ) = _register(corrected);
        require(id == before, Receivables_OtherInvoice(before, id));
    }

    /// @inheritdoc IReceivables
    function receivableWordOf(ReceivableId id) external view returns (ReceivableWord) {
        return _receivables[id];
    }

    /// @inheritdoc IReceivables
    function confirmationDigest(
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint16 round,
        uint256 deadline
    ) external view returns (bytes32) {
        return _digest(_idOf(creditor, terms), creditor, terms, policy, round, deadline);
    }

    function _cancel(Terms calldata terms) private returns (ReceivableId id) {
        // Check
        ReceivableWord word;
        (id, word) = _requireRegistered(msg.sender, terms);
        _requireActive(msg.sender, _today(_policyInForce()), ROLE_SUPPLIER);
        // Effect
        word = word.withStatus(Status.Cancelled);
        _receivables[id] = word;
        emit ReceivableCancelled(id, msg.sender, word);
    }

    function _register(Terms calldata terms) private returns (ReceivableId id, ReceivableWord word) {
        // Check
        require(msg.sender != terms.obligor, Receivables_ToSelf(msg.sender));
        require(
            terms.invoiceKey != 0 && terms.documentRoot != 0,
            Receivables_MissingHash(terms.invoiceKey, terms.documentRoot)
        );
        _requireCurrency(terms.currency);
        Policy storage p = _policyInForce();
        uint16 today = _requireTerms(terms, p);
        bytes20 creditor = _requireActive(msg.sender, today, ROLE_SUPPLIER).identity();
        id = receivableIdOf(_requireActive(terms.obligor, today, ROLE_OBLIGOR).identity(), creditor, terms.invoiceKey);
        word = _receivables[id];
        Status status = word.status();
        require(
            status == Status.None || status == Status.Refused || status == Status.Cancelled,
            Receivables_StatusIs(id, status)
        );
        // Effect
        word = proposal(_commitment(terms), word.round() + 1, Status.Registered);
        _receivables[id] = word;
        emit ReceivableRegistered(
            id,
            terms.obligor,
            msg.sender,
            terms.invoiceKey,
            terms.face,
            terms.dueDay,
            terms.currency,
            terms.documentRoot,
            word
        );
    }

    /// @dev The caller has checked that the terms are the registered ones and that the obligor said so.
    function _confirm(ReceivableId id, address creditor, Terms calldata terms, uint16 policy) private {
        // Check
        Policy storage p = _requireInForce(policy);
        uint16 today = _requireTerms(terms, p);
        _requireObligor(terms, p, today);
        _requireActive(creditor, today, ROLE_SUPPLIER);
        // Effect
        ReceivableWord word = packReceivable(terms.obligor, terms.face, terms.dueDay, terms.currency, policy, Status.Confirmed);
        _receivables[id] = word;
        SliceWord first = packSlice(creditor, terms.face, 0, 0, 0);
        _mintAndSetExtraDataUnchecked(creditor, sliceIdOf(id, 0).raw(), first.extra());
        emit ReceivableConfirmed(id, terms.obligor, creditor, terms.documentRoot, word);
    }

    /// @dev The obligor may promise one more time: its standing, its limit, and the kind of its account.
    function _requireObligor(Terms calldata terms, Policy storage p, uint16 today) private {
        ParticipantWord owing = _requireActive(terms.obligor, today, ROLE_OBLIGOR);
        require(
            !owing.hasFlag(PARTICIPANT_OVERDUE) || !p.stopIssuance,
            IObligors.Obligors_IssuanceStopped(terms.obligor, owing)
        );
        uint48 above = p.contractAbove;
        require(
            above == 0 || terms.face <= above || terms.obligor.code.length > KEY_CODE,
            Receivables_ContractAccountRequired(terms.obligor, terms.face, above)
        );
        _addOutstanding(terms.obligor, owing, terms.currency, terms.face);
    }

    function _requireTerms(Terms calldata terms, Policy storage p) private view returns (uint16 today) {
        today = _today(p);
        require(terms.face >= p.minSlice, Receivables_FaceTooSmall(terms.face, p.minSlice));
        require(
            terms.dueDay > today && terms.dueDay - today <= p.tenorHardDays,
            Receivables_TenorOutOfRange(terms.dueDay, today, p.tenorHardDays)
        );
    }

    function _requireRegistered(
        address creditor,
        Terms calldata terms
    ) private view returns (ReceivableId id, ReceivableWord word) {
        id = _idOf(creditor, terms);
        word = _receivables[id];
        require(word.status() == Status.Registered, Receivables_StatusIs(id, word.status()));
        bytes32 given = _commitment(terms);
        require(word.commitment() == given, Receivables_TermsDiffer(id, word.commitment(), given));
    }

    function _requireSignature(
        ReceivableId id,
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint16 round,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        require(block.timestamp <= deadline, Receivables_SignatureExpired(deadline, block.timestamp));
        bytes32 digest = _digest(id, creditor, terms, policy, round, deadline);
        require(Signatures.isValid(terms.obligor, digest, signature), Receivables_SignatureInvalid(terms.obligor, digest));
    }

    function _idOf(address creditor, Terms calldata terms) private view returns (ReceivableId) {
        ParticipantWord owing = _participant(terms.obligor);
        return receivableIdOf(owing.identity(), _participant(creditor).identity(), terms.invoiceKey);
    }

    /// @dev What the id does not commit to. The lowest 24 bits make room for round and status.
    function _commitment(Terms calldata terms) private pure returns (bytes32) {
        bytes32 hash = keccak256(abi.encode(terms.face, terms.dueDay, terms.currency, terms.documentRoot));
        return hash & ~bytes32(uint256(0xffffff));
    }

    function _digest(
        ReceivableId id,
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint16 round,
        uint256 deadline
    ) private view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        CONFIRMATION_TYPEHASH,
                        id,
                        creditor,
                        terms.face,
                        terms.dueDay,
                        terms.currency,
                        policy,
                        terms.documentRoot,
                        round,
                        deadline
                    )
                )
            );
    }
}
