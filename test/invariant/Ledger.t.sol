// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { ReceivableWord, Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { Actions } from "./Actions.sol";
import { Case } from "./Store.sol";
import { World } from "./World.sol";

/// @dev In this file, because the fuzzer finds a target only among the contracts of the test's own file.
contract Handler is Actions {
    constructor(ILedger l, DiscountDesk d, SettlementDesk s, BlocklistToken t) Actions(l, d, s, t) {}
}

/// @dev What holds after any sequence of calls; see docs/invariants.md.
contract LedgerInvariantTest is World {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Calls of the test that drives the handler by itself; enough for each action to go through several times.
    uint256 private constant DRIVEN_CALLS = 2_000;
    uint256 private constant LEAST_EACH = 3;
    /// @dev The fuzzer starts from the middle of things: receivables split, offered, due and partly paid.
    uint256 private constant WARM_UP_CALLS = 400;

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
        same(_tokensOfActors(), slices, "every slice is somebody's");
    }

    /// @dev What reached holders, is held and is set aside is what the obligor paid, for each receivable and in all.
    function invariant_CashIsConserved() public view {
        Case[] memory cases = _handler.cases();
        uint256 held = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            uint256 left = settlementDesk.collectionOf(cases[i].id).held;
            held += left;
            same(cases[i].received + cases[i].setAside + left, cases[i].owed, "paid in and paid out");
            if (cases[i].paid && cases[i].slices.length == 0) same(left, 0, "nothing is kept of a settled receivable");
        }
        same(token.balanceOf(address(settlementDesk)), held + _allSetAside(), "the settlement desk's cash");
        same(token.balanceOf(address(discountDesk)), 0, "the discount desk's cash");
        same(ledger.balanceOf(address(discountDesk)) + ledger.balanceOf(address(settlementDesk)), 0, "the desks' slices");
    }

    function invariant_HopsAndSizesStayWithinThePolicy() public view {
        Case[] memory cases = _handler.cases();
        for (uint256 i = 0; i < cases.length; ++i) {
            uint48 smallest = _handler.smallestOf(cases[i].terms.face);
            holds(cases[i].slices.length <= MAX_SLICES, "number of slices");
            for (uint256 j = 0; j < cases[i].slices.length; ++j) {
                holds(ledger.sliceWordOf(cases[i].slices[j]).hops() <= MAX_HOPS, "hops");
                holds(_faceOf(cases[i].slices[j]) >= smallest, "smallest slice");
            }
        }
    }

    function invariant_WordsNeverRecur() public view {
        holds(!_handler.recurred(), "a word came back");
    }

    /// @dev Shows that the invariants above are not held by doing nothing.
    function test_EveryActionGoesThroughAndAllHold() external {
        bytes4[] memory actions = _actions();
        _drive(DRIVEN_CALLS);
        for (uint256 i = 0; i < actions.length; ++i) holds(_handler.fired(actions[i]) >= LEAST_EACH, _name(i));
        invariant_SlicesTileTheFace();
        invariant_FacesAddUp();
        invariant_CashIsConserved();
        invariant_HopsAndSizesStayWithinThePolicy();
        invariant_WordsNeverRecur();
    }

    function _drive(uint256 calls) private {
        bytes4[] memory actions = _actions();
        uint256 seed = calls;
        for (uint256 i = 0; i < calls; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            (bool ok, ) = address(_handler).call(abi.encodeWithSelector(actions[(seed >> 128) % actions.length], seed));
            holds(ok, "an action never reverts");
        }
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        actions = new bytes4[](16);
        actions[0] = Actions.register.selector;
        actions[1] = Actions.refuse.selector;
        actions[2] = Actions.confirm.selector;
        actions[3] = Actions.split.selector;
        actions[4] = Actions.splitAndTransfer.selector;
        actions[5] = Actions.transfer.selector;
        actions[6] = Actions.accept.selector;
        actions[7] = Actions.endOffer.selector;
        actions[8] = Actions.merge.selector;
        actions[9] = Actions.take.selector;
        actions[10] = Actions.pay.selector;
        actions[11] = Actions.payOut.selector;
        actions[12] = Actions.claim.selector;
        actions[13] = Actions.refuseMoney.selector;
        actions[14] = Actions.passTime.selector;
        actions[15] = Actions.overstep.selector;
    }

    function _name(uint256 index) private pure returns (string memory) {
        return string.concat("action number ", string(abi.encodePacked(bytes1(uint8(65 + index)))), " of A to P fired");
    }

    function _faceOf(SliceId id) private view returns (uint48) {
        return ledger.sliceWordOf(id).end() - id.start();
    }

    function _tokensOfActors() private view returns (uint256 sum) {
        address[6] memory actors = _actors();
        for (uint256 i = 0; i < actors.length; ++i) sum += ledger.balanceOf(actors[i]);
    }
}
