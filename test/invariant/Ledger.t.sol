// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { PARTICIPANT_OVERDUE } from "../../contracts/libraries/ParticipantWord.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { MARK_OVERDUE, ReceivableWord, Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { Actions } from "./Actions.sol";
import { Doors } from "./Doors.sol";
import { Market } from "./Market.sol";
import { Orders } from "./Orders.sol";
import { Payments } from "./Payments.sol";
import { Picks } from "./Picks.sol";
import { Case } from "./Store.sol";
import { Succession } from "./Succession.sol";
import { Trespass } from "./Trespass.sol";
import { World } from "./World.sol";

/// @dev In this file, because the fuzzer finds a target only among the contracts of the test's own file.
contract Handler is Succession {
    constructor(ILedger l, DiscountDesk d, SettlementDesk s, BlocklistToken t) Picks(l, d, s, t) {}
}

/// @dev What holds after any sequence of calls; see docs/invariants.md.
contract LedgerInvariantTest is World {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Calls of the test that drives the handler by itself; enough for each action to go through several times.
    uint256 private constant DRIVEN_CALLS = 12_000;
    uint256 private constant LEAST_EACH = 3;
    /// @dev The fuzzer starts from the middle of things: receivables split, offered, due and partly paid.
    uint256 private constant WARM_UP_CALLS = 800;

    error Action_TooRare(uint256 index, uint256 fired);
    error Action_Reverted(bytes4 action, bytes reason);

    Handler private _handler;

    function setUp() external {
        _createWorld();
        _handler = new Handler(ledger, discountDesk, settlementDesk, token);
        _drive(WARM_UP_CALLS);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        selectors[0] = FuzzSelector(address(_handler), _actions());
    }

    /// @dev Slices of a live receivable tile [0, face) exactly, and nothing else exists of it.
    function invariant_SlicesTileTheFace() public view {
        Case[] memory cases = _handler.cases();
        for (uint256 i = 0; i < cases.length; ++i) {
            if (cases[i].paid) continue;
            uint48 face = ledger.receivableWordOf(cases[i].id).face();
            uint48 end = 0;
            uint256 count = 0;
            while (cases[i].confirmed && end < face) {
                SliceWord word = ledger.sliceWordOf(sliceIdOf(cases[i].id, end));
                holds(!word.isEmpty() && word.end() > end, "no gap");
                end = word.end();
                ++count;
            }
            same(end, cases[i].confirmed ? face : 0, "the last slice ends with the face");
            same(count, cases[i].slices.length, "slices");
        }
    }

    /// @dev Live slices' faces are the confirmed faces without what was redeemed; a receivable is settled when nothing is left.
    function invariant_FacesAddUp() public view {
        Case[] memory cases = _handler.cases();
        uint256 slices = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            if (!cases[i].confirmed) continue;
            uint256 sum = 0;
            for (uint256 j = 0; j < cases[i].slices.length; ++j) sum += _faceOf(cases[i].slices[j]);
            same(sum + cases[i].redeemed, cases[i].terms.face, "live and redeemed cents");
            slices += cases[i].slices.length;
            ReceivableWord word = ledger.receivableWordOf(cases[i].id);
            same(word.face(), cases[i].terms.face, "the face never changes");
            holds((word.status() == Status.Settled) == (sum == 0), "settled when all cents are redeemed");
        }
        ReceivableId[] memory promises = _handler.promises();
        for (uint256 i = 0; i < promises.length; ++i) slices += _countSlices(promises[i]);
        same(_handler.liveSlices(), slices, "no slice but those of live receivables");
    }

    /// @dev What reached holders, is held and is set aside is what the obligor paid, for each receivable and in all.
    function invariant_CashIsConserved() public view {
        Case[] memory cases = _handler.cases();
        uint256 held = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            uint256 left = settlementDesk.collectionOf(cases[i].id).held;
            held += left;
            same(
                cases[i].received + cases[i].setAside + left,
                cases[i].paidFace + cases[i].paidPenalty,
                "paid in and paid out"
            );
            if (cases[i].paid && cases[i].slices.length == 0) same(left, 0, "nothing is kept of a settled receivable");
        }
        same(token.balanceOf(address(settlementDesk)), held + _allSetAside(), "the settlement desk's cash");
        same(token.balanceOf(address(discountDesk)), 0, "the discount desk's cash");
        same(ledger.balanceOf(address(discountDesk)) + ledger.balanceOf(address(settlementDesk)), 0, "the desks' slices");
    }

    function invariant_HopsAndSizesStayWithinThePolicy() public view {
        Case[] memory cases = _handler.cases();
        for (uint256 i = 0; i < cases.length; ++i) {
            // Legal cuts are exempt.
            uint48 smallest = cases[i].legalCuts == 0 ? _handler.smallestOf(cases[i].terms.face) : 1;
            holds(cases[i].slices.length <= MAX_SLICES + cases[i].legalCuts, "number of slices");
            for (uint256 j = 0; j < cases[i].slices.length; ++j) {
                holds(ledger.sliceWordOf(cases[i].slices[j]).hops() <= MAX_HOPS, "hops");
                holds(_faceOf(cases[i].slices[j]) >= smallest, "smallest slice");
            }
        }
    }

    /// @dev What an obligor owes is the sum of its confirmed receivables' cents that are not redeemed, whatever became of its keys.
    function invariant_OutstandingAddsUp() public view {
        Case[] memory cases = _handler.cases();
        uint256 owed = 0;
        for (uint256 i = 0; i < cases.length; ++i) if (cases[i].confirmed) owed += cases[i].terms.face - cases[i].redeemed;
        same(ledger.outstandingOf(bytes20(OBLIGOR), 1).amount, owed, "outstanding");
        ReceivableId[] memory promises = _handler.promises();
        owed = 0;
        for (uint256 i = 0; i < promises.length; ++i) owed += ledger.receivableWordOf(promises[i]).face();
        same(ledger.outstandingOf(_handler.HOUSE(), 1).amount, owed, "outstanding under many keys");
    }

    /// @dev As many are counted overdue as bear the mark, and the obligor's flag says whether there are any.
    function invariant_OverdueIsCounted() public view {
        Case[] memory cases = _handler.cases();
        uint256 marked = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            ReceivableWord word = ledger.receivableWordOf(cases[i].id);
            if (cases[i].confirmed && word.marks() & MARK_OVERDUE != 0) ++marked;
        }
        same(ledger.overdueOf(bytes20(OBLIGOR)), marked, "overdue receivables");
        holds(ledger.participantOf(OBLIGOR).hasFlag(PARTICIPANT_OVERDUE) == (marked != 0), "the obligor's flag");
        ReceivableId[] memory promises = _handler.promises();
        marked = 0;
        for (uint256 i = 0; i < promises.length; ++i)
            if (ledger.receivableWordOf(promises[i]).marks() & MARK_OVERDUE != 0) ++marked;
        bytes20 house = _handler.HOUSE();
        same(ledger.overdueOf(house), marked, "overdue receivables under many keys");
        bool flagged = ledger.participantOf(ledger.accountOf(house)).hasFlag(PARTICIPANT_OVERDUE);
        holds(flagged == (marked != 0), "the flag of the key in force");
    }

    /// @dev Frozen cents stay with who held them, until released, transferred by order, or moved to its successor; and they are not
    /// burnt. A frozen slice has a record, and a record a frozen slice.
    function invariant_FrozenCentsDoNotMove() public view {
        Case[] memory cases = _handler.cases();
        for (uint256 i = 0; i < cases.length; ++i) {
            for (uint256 j = 0; j < cases[i].slices.length; ++j) {
                SliceId id = cases[i].slices[j];
                bool flagged = ledger.sliceWordOf(id).flags() & SLICE_FROZEN != 0;
                holds(flagged == (ledger.freezeOf(id).until != 0), "a record for each frozen slice, of all");
            }
        }
        SliceId[] memory ids = _handler.frozen();
        for (uint256 i = 0; i < ids.length; ++i) {
            bool inForce = ledger.freezeOf(ids[i]).until != 0;
            SliceWord word = ledger.sliceWordOf(ids[i]);
            holds(inForce == (word.flags() & SLICE_FROZEN != 0), "a record for each frozen slice");
            if (inForce) same(uint160(word.holder()), uint160(_handler.frozenOf(ids[i])), "its holder");
        }
    }

    /// @dev Words of slices, receivables and participants, rebuilt from events alone, are those on chain; so are the balances that
    /// follow from them. What an action touched is compared after it as well.
    function invariant_EventsTellEveryWord() public view {
        holds(_handler.replayed() != 0, "words were rebuilt");
        _handler.compareAll();
    }

    /// @dev Each identity has one account in force; every account it had before leads there, and nowhere round in a circle.
    function invariant_SuccessorsLeadToOneAccount() public view {
        _handler.followSuccessors();
    }

    function invariant_WordsNeverRecur() public view {
        holds(!_handler.recurred(), "a word came back");
    }

    /// @dev Shows that the invariants above are not held by doing nothing.
    function test_EveryActionGoesThroughAndAllHold() external {
        bytes4[] memory actions = _actions();
        _drive(DRIVEN_CALLS);
        for (uint256 i = 0; i < actions.length; ++i)
            require(_handler.fired(actions[i]) >= LEAST_EACH, Action_TooRare(i, _handler.fired(actions[i])));
        invariant_SlicesTileTheFace();
        invariant_FacesAddUp();
        invariant_CashIsConserved();
        invariant_HopsAndSizesStayWithinThePolicy();
        invariant_WordsNeverRecur();
        invariant_OutstandingAddsUp();
        invariant_OverdueIsCounted();
        invariant_FrozenCentsDoNotMove();
        invariant_EventsTellEveryWord();
        invariant_SuccessorsLeadToOneAccount();
    }

    function _drive(uint256 calls) private {
        bytes4[] memory actions = _actions();
        uint256 seed = calls;
        for (uint256 i = 0; i < calls; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            bytes4 action = actions[(seed >> 128) % actions.length];
            (bool ok, bytes memory reason) = address(_handler).call(abi.encodeWithSelector(action, seed));
            require(ok, Action_Reverted(action, reason));
        }
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        bytes4[57] memory all = [
            Actions.register.selector,
            Actions.refuse.selector,
            Actions.confirm.selector,
            Actions.split.selector,
            Actions.splitAndTransfer.selector,
            Actions.transfer.selector,
            Actions.accept.selector,
            Actions.endOffer.selector,
            Actions.merge.selector,
            Actions.take.selector,
            Payments.pay.selector,
            Payments.payOut.selector,
            Payments.claim.selector,
            Payments.refuseMoney.selector,
            Actions.passTime.selector,
            Actions.overstep.selector,
            Orders.hold.selector,
            Orders.endHold.selector,
            Orders.freeze.selector,
            Orders.release.selector,
            Orders.releaseExpired.selector,
            Orders.carryOutTransfer.selector,
            Orders.reportOverdue.selector,
            Orders.setOutstandingLimit.selector,
            Orders.proposeReplacement.selector,
            Orders.agreeReplacement.selector,
            Orders.vetoReplacement.selector,
            Orders.replaceKey.selector,
            Orders.moveToSuccessor.selector,
            Doors.correct.selector,
            Doors.cancel.selector,
            Doors.confirmMany.selector,
            Doors.confirmBySignature.selector,
            Doors.appendEvidence.selector,
            Doors.transferFrom.selector,
            Doors.takeQuote.selector,
            Doors.cancelAllQuotes.selector,
            Doors.loseStanding.selector,
            Doors.multicall.selector,
            Doors.addPolicy.selector,
            Trespass.useAnothersSlice.selector,
            Trespass.useAtTheWrongTime.selector,
            Trespass.payFrozen.selector,
            Trespass.promiseForAnother.selector,
            Trespass.actAsOfficer.selector,
            Trespass.agreeWithOneself.selector,
            Trespass.meddleAtDesks.selector,
            Market.registerAndConfirm.selector,
            Market.postAndWithdrawOffer.selector,
            Market.disableDesk.selector,
            Market.moveByDesk.selector,
            Market.settleByAnotherDesk.selector,
            Succession.confirmAsHouse.selector,
            Succession.loseKey.selector,
            Succession.followToNextKey.selector,
            Succession.reportHouse.selector,
            Succession.payAsHouse.selector
        ];
        actions = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) actions[i] = all[i];
    }

    function _countSlices(ReceivableId id) private view returns (uint256) {
        (SliceId[] memory ids, , ) = ledger.slicesOf(id, 0, MAX_SLICES);
        return ids.length;
    }

    function _faceOf(SliceId id) private view returns (uint48) {
        return ledger.sliceWordOf(id).end() - id.start();
    }
}
