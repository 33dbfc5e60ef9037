// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    PARTICIPANT_CONSENTS,
    PARTICIPANT_REPLACED,
    PARTICIPANT_SUSPENDED,
    ParticipantWord,
    packParticipant
} from "../../contracts/libraries/ParticipantWord.sol";
import { ReceivableId, receivableIdOf } from "../../contracts/libraries/ReceivableId.sol";
import {
    MARK_HELD,
    MARK_OVERDUE,
    MARK_PAID_INTO,
    MARK_REGISTRY,
    ReceivableWord,
    Status,
    packReceivable,
    proposal
} from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord, packSlice } from "../../contracts/libraries/SliceWord.sol";
import { Check } from "../helpers/Check.sol";

/// @dev The four words and the two ids: what is put in comes out, and a change of one field leaves the others.
contract WordsTest is Check {
    function testFuzz_SliceId_RoundTrip(uint192 id, uint48 start) external pure {
        SliceId slice = sliceIdOf(ReceivableId.wrap(id), start);
        same(ReceivableId.unwrap(slice.receivable()), id, "receivable");
        same(slice.start(), start, "start");
        same(slice.raw(), (uint256(id) << 64) | start, "raw");
    }

    function testFuzz_ReceivableId_CommitsToEachPart(bytes20 a, bytes20 b, bytes32 key, bytes32 other) external pure {
        ReceivableId id = receivableIdOf(a, b, key);
        holds(id == receivableIdOf(a, b, key), "the same invoice has one id");
        if (key != other) holds(!(id == receivableIdOf(a, b, other)), "another invoice has another id");
        if (a != b) holds(!(id == receivableIdOf(b, a, key)), "the roles are not interchangeable");
    }

    function testFuzz_SliceWord_RoundTrip(address holder, uint48 end, uint8 hops, uint8 flags, uint32 seq) external pure {
        SliceWord w = packSlice(holder, end, hops, flags, seq);
        _sameSlice(w, holder, end, hops, flags, seq);
        same(w.extra(), w.raw() >> 160, "extra");
        holds(w.isEmpty() == (holder == address(0)), "empty");
    }

    function testFuzz_SliceWord_Shrunk(address holder, uint48 end, uint8 hops, uint32 seq, uint48 cut) external pure {
        _sameSlice(packSlice(holder, end, hops, 0, seq).shrunk(cut), holder, cut, hops, 0, seq);
    }

    function testFuzz_SliceWord_Moved(
        address holder,
        uint48 end,
        uint8 hops,
        uint8 flags,
        uint32 seq,
        address to,
        bool hop
    ) external pure {
        vm.assume(seq < type(uint32).max && hops < type(uint8).max);
        SliceWord w = packSlice(holder, end, hops, flags, seq).moved(to, hop ? 1 : 0);
        _sameSlice(w, to, end, hops + (hop ? 1 : 0), 0, seq + 1);
    }

    function testFuzz_SliceWord_Flagged(address holder, uint48 end, uint8 hops, uint8 a, uint8 b, uint32 seq) external pure {
        vm.assume(seq < type(uint32).max);
        _sameSlice(packSlice(holder, end, hops, a, seq).flagged(b), holder, end, hops, b, seq + 1);
    }

    function testFuzz_SliceWord_CutPart(
        address holder,
        uint48 end,
        uint8 hops,
        uint32 seq,
        address to,
        uint48 cut
    ) external pure {
        vm.assume(seq < type(uint32).max && hops < type(uint8).max);
        SliceWord parent = packSlice(holder, end, hops, 0, seq);
        _sameSlice(parent.cutPart(to, cut, 1, 0), to, cut, hops + 1, 0, seq + 1);
        _sameSlice(parent.cutPart(holder, cut, 0, 1), holder, cut, hops, 1, seq + 1);
    }

    function testFuzz_SliceWord_Merged(uint8 hopsA, uint8 hopsB, uint32 seqA, uint32 seqB, uint48 end) external pure {
        vm.assume(seqA < type(uint32).max && seqB < type(uint32).max);
        SliceWord left = packSlice(address(1), 7, hopsA, 0, seqA);
        SliceWord w = left.merged(packSlice(address(1), end, hopsB, 0, seqB));
        _sameSlice(w, address(1), end, hopsA > hopsB ? hopsA : hopsB, 0, (seqA > seqB ? seqA : seqB) + 1);
    }

    /// @dev The part of a legal cut keeps everything but the sequence, a freeze or a lock included.
    function testFuzz_SliceWord_CutLegally(address holder, uint48 end, uint8 hops, uint8 flags, uint32 seq) external pure {
        vm.assume(seq < type(uint32).max);
        _sameSlice(packSlice(holder, end, hops, flags, seq).cutLegally(), holder, end, hops, flags, seq + 1);
    }

    /// @dev Who is paid is all that differs: the range, on which the amount depends, and the sequence stay.
    function testFuzz_SliceWord_PaidTo(
        address holder,
        uint48 end,
        uint8 hops,
        uint8 flags,
        uint32 seq,
        address to
    ) external pure {
        SliceWord w = packSlice(holder, end, hops, flags, seq);
        _sameSlice(w.paidTo(to), to, end, hops, flags, seq);
        same(w.paidTo(to).paidTo(holder).raw(), w.raw(), "back again");
    }

    function test_SliceWord_RevertWhen_ALegalCutUsesUpTheSequence() external {
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        this.cutLast();
    }

    function cutLast() external pure returns (SliceWord) {
        return packSlice(address(1), 7, 0, 0, type(uint32).max).cutLegally();
    }

    function test_SliceWord_RevertWhen_SequenceIsUsedUp() external {
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        this.moveLast();
    }

    function moveLast() external pure returns (SliceWord) {
        return packSlice(address(1), 7, 0, 0, type(uint32).max).moved(address(2), 1);
    }

    function testFuzz_ReceivableWord_Confirmed(
        address obligor,
        uint48 face,
        uint16 dueDay,
        uint8 currency,
        uint16 policy
    ) external pure {
        ReceivableWord w = packReceivable(obligor, face, dueDay, currency, policy, Status.Confirmed);
        ReceivableWord later = w.withMark(MARK_REGISTRY).withStatus(Status.Settled);
        same(uint256(w.status()), uint256(Status.Confirmed), "status");
        same(w.marks(), 0, "marks");
        same(uint256(later.status()), uint256(Status.Settled), "later status");
        same(later.marks(), MARK_REGISTRY, "later marks");
        same(uint160(later.obligor()), uint160(obligor), "obligor");
        same(later.face(), face, "face");
        same(later.dueDay(), dueDay, "due day");
        same(later.currency(), currency, "currency");
        same(later.policy(), policy, "policy");
    }

    /// @dev For every set of marks and each mark: gone is gone, the others and all fields stay, and twice is once.
    function testFuzz_ReceivableWord_WithoutMark(
        address obligor,
        uint48 face,
        uint16 dueDay,
        uint8 currency,
        uint16 policy,
        uint8 marks,
        uint8 which
    ) external pure {
        uint8 mark = [MARK_REGISTRY, MARK_PAID_INTO, MARK_HELD, MARK_OVERDUE][which % 4];
        marks &= 0xf0;
        ReceivableWord bare = packReceivable(obligor, face, dueDay, currency, policy, Status.Confirmed);
        ReceivableWord without = bare.withMark(marks).withoutMark(mark);
        same(without.marks(), marks & ~mark, "the other marks");
        same(without.raw(), bare.withMark(marks & ~mark).raw(), "all else");
        same(without.withoutMark(mark).raw(), without.raw(), "twice is once");
        same(without.withMark(marks & mark).raw(), bare.withMark(marks).raw(), "undone");
    }

    function testFuzz_ReceivableWord_Proposal(bytes32 terms, uint16 round) external pure {
        ReceivableWord w = proposal(terms, round, Status.Registered).withStatus(Status.Refused);
        same(uint256(w.commitment()), (uint256(terms) >> 24) << 24, "commitment");
        same(w.round(), round, "round");
        same(uint256(w.status()), uint256(Status.Refused), "status");
    }

    function testFuzz_ParticipantWord_RoundTrip(uint8 roles, uint16 kycUntil, bytes20 identity, uint8 desk) external pure {
        desk %= 32;
        ParticipantWord w = packParticipant(roles, kycUntil, identity);
        ParticipantWord changed = w.withFlag(PARTICIPANT_CONSENTS, true).withDesk(desk, true);
        holds(changed.hasFlag(PARTICIPANT_CONSENTS) && !changed.hasFlag(PARTICIPANT_SUSPENDED), "flags");
        holds(changed.hasDesk(desk) && !changed.hasDesk((desk + 1) % 32), "desks");
        same(changed.desks(), uint256(1) << desk, "desk bits");
        same(changed.flags(), PARTICIPANT_CONSENTS, "flag bits");
        same(changed.roles(), roles, "roles");
        same(changed.kycUntil(), kycUntil, "kyc until");
        same(uint160(changed.identity()), uint160(identity), "identity");
        same(changed.withDesk(desk, false).withFlag(PARTICIPANT_CONSENTS, false).raw(), w.raw(), "undone");
    }

    /// @dev The three ways a whole field of a participant's word is written, each on a word with every field filled.
    function testFuzz_ParticipantWord_OneFieldChanges(uint224 any, uint8 roles, uint16 kycUntil) external pure {
        ParticipantWord w = ParticipantWord.wrap(any);
        _sameParticipant(w.withRoles(roles), roles, w.flags(), w.desks(), w.kycUntil(), w.identity());
        _sameParticipant(w.withKycUntil(kycUntil), w.roles(), w.flags(), w.desks(), kycUntil, w.identity());
        _sameParticipant(w.withoutDesks(), w.roles(), w.flags(), 0, w.kycUntil(), w.identity());
    }

    /// @dev Against the definition: a role, no bar, in time; each alone is enough to refuse.
    function testFuzz_ParticipantWord_MayActOn(uint8 roles, uint8 needed, uint8 flags, uint16 kyc, uint16 today) external pure {
        ParticipantWord w = packParticipant(roles, kyc, bytes20(uint160(1))).withFlag(flags, true);
        bool barred = flags & (PARTICIPANT_SUSPENDED | PARTICIPANT_REPLACED) != 0;
        holds(w.mayActOn(today, needed) == ((roles & needed) != 0 && !barred && today <= kyc), "may act");
    }

    function _sameParticipant(
        ParticipantWord w,
        uint8 roles,
        uint8 flags,
        uint32 desks,
        uint16 kycUntil,
        bytes20 identity
    ) private pure {
        same(w.roles(), roles, "roles");
        same(w.flags(), flags, "flags");
        same(w.desks(), desks, "desks");
        same(w.kycUntil(), kycUntil, "kyc until");
        same(uint160(w.identity()), uint160(identity), "identity");
    }

    function _sameSlice(SliceWord w, address holder, uint48 end, uint8 hops, uint8 flags, uint32 seq) private pure {
        same(uint160(w.holder()), uint160(holder), "holder");
        same(w.end(), end, "end");
        same(w.hops(), hops, "hops");
        same(w.flags(), flags, "flags");
        same(w.sequence(), seq, "sequence");
    }
}
