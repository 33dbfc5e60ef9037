// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ExposureBook } from "../../contracts/desks/ExposureBook.sol";
import { Counterparty, ExposureEntry } from "../../contracts/interfaces/IExposureBook.sol";
import { POWER_FINANCE, POWER_LOCK } from "../../contracts/interfaces/IRulebook.sol";
import { ROLE_BANK } from "../../contracts/libraries/ParticipantWord.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { FundingDesk } from "../../contracts/mocks/FundingDesk.sol";
import { Funding, Set } from "./Funding.sol";
import { World } from "./World.sol";

/// @dev In this file, because the fuzzer finds a target only among the contracts of the test's own file.
contract FundingHandler is Funding {
    constructor(Set memory s) Funding(s) {}
}

/// @dev What the exposure book has recorded is never less than what banks have of what they funded; see also Funding.releaseAll.
contract ExposureInvariantTest is World {
    uint256 private constant DRIVEN_CALLS = 480;
    uint256 private constant CALLS_BETWEEN_CHECKS = 40;
    uint48 private constant FACE = 40;

    error Action_Reverted(bytes4 action, bytes reason);

    ExposureBook private _book;
    FundingHandler private _handler;

    function setUp() external {
        _createWorld();
        _book = new ExposureBook(ledger);
        FundingDesk buyer = new FundingDesk(ledger, _book);
        FundingDesk lender = new FundingDesk(ledger, _book);
        ledger.admitDesk(address(buyer), POWER_FINANCE, DECISION);
        ledger.admitDesk(address(lender), POWER_LOCK, DECISION);
        ledger.admit(address(0x3001), bytes20(address(0x3001)), ROLE_BANK, type(uint16).max);
        _handler = new FundingHandler(Set(ledger, settlementDesk, _book, buyer, lender));
        for (uint256 i = 0; i < 4; ++i) {
            vm.startPrank(_handler.sellers()[i]);
            ledger.setDeskEnabled(address(buyer), true);
            ledger.setDeskEnabled(address(lender), true);
            vm.stopPrank();
        }
        for (uint256 b = 0; b < 2; ++b) {
            vm.startPrank(_handler.banks()[b]);
            _book.setLimit(Counterparty.Obligor, bytes20(OBLIGOR), 1, 90);
            for (uint256 i = 0; i < 4; ++i) _book.setLimit(Counterparty.Seller, bytes20(_handler.sellers()[i]), 1, 60);
            vm.stopPrank();
        }
    }

    function _recordedIsNeverLessThanWhatBanksHave() private view {
        for (uint256 b = 0; b < 2; ++b) {
            address bank = _handler.banks()[b];
            holds(_handler.used(bank, OBLIGOR) >= _handler.actual(bank, address(0)), "to the obligor");
            for (uint256 i = 0; i < 4; ++i) {
                address seller = _handler.sellers()[i];
                holds(_handler.used(bank, seller) >= _handler.actual(bank, seller), "to a seller");
            }
        }
    }

    /// @dev What is used is the sum of the entries, and entries lie one after the other.
    function _entriesAddUp() private view {
        ReceivableId[] memory ids = _handler.ids();
        for (uint256 b = 0; b < 2; ++b) {
            address bank = _handler.banks()[b];
            uint256 sum = 0;
            for (uint256 i = 0; i < ids.length; ++i) {
                for (uint48 from = 0; from < FACE;) {
                    (SliceId first, ExposureEntry memory entry) = _book.entryOf(bytes20(bank), sliceIdOf(ids[i], from), FACE);
                    if (entry.end == 0) break;
                    holds(first.start() >= from && first.start() < entry.end && entry.end <= FACE, "entries do not overlap");
                    sum += entry.end - first.start();
                    from = entry.end;
                }
            }
            same(_handler.used(bank, OBLIGOR), sum, "entries of the obligor");
            uint256 ofSellers = 0;
            for (uint256 i = 0; i < 4; ++i) ofSellers += _handler.used(bank, _handler.sellers()[i]);
            same(ofSellers, sum, "entries of all sellers");
        }
    }

    /// @dev All holds on the way through some hundred acts of the fuzzed kinds. Driven by the test itself: the fuzzer would keep the traces of all
    /// its calls in memory.
    function test_AllHoldsOnTheWay() public {
        for (uint256 done = 0; done < DRIVEN_CALLS; done += CALLS_BETWEEN_CHECKS) {
            _drive(done, CALLS_BETWEEN_CHECKS);
            _recordedIsNeverLessThanWhatBanksHave();
            _entriesAddUp();
        }
    }

    function _drive(uint256 from, uint256 calls) private {
        bytes4[] memory actions = _actions();
        for (uint256 i = 0; i < calls; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("exposure", from + i)));
            bytes4 action = actions[seed % actions.length];
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, bytes memory reason) = address(_handler).call(abi.encodeWithSelector(action, seed >> 8));
            require(done, Action_Reverted(action, reason));
        }
    }

    /// @dev What the rest depends on comes more often.
    function _actions() private pure returns (bytes4[] memory actions) {
        bytes4[29] memory all = [
            Funding.create.selector,
            Funding.create.selector,
            Funding.create.selector,
            Funding.buy.selector,
            Funding.buy.selector,
            Funding.buy.selector,
            Funding.lend.selector,
            Funding.lend.selector,
            Funding.unlock.selector,
            Funding.seize.selector,
            Funding.seize.selector,
            Funding.sellOn.selector,
            Funding.sellOn.selector,
            Funding.sellOn.selector,
            Funding.split.selector,
            Funding.split.selector,
            Funding.merge.selector,
            Funding.merge.selector,
            Funding.freeze.selector,
            Funding.payEarly.selector,
            Funding.pay.selector,
            Funding.pay.selector,
            Funding.pay.selector,
            Funding.writeOff.selector,
            Funding.passDay.selector,
            Funding.passDay.selector,
            Funding.setLimit.selector,
            Funding.release.selector,
            Funding.releaseAll.selector
        ];
        actions = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) actions[i] = all[i];
    }
}
