// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { EarlyPaymentDesk } from "../../contracts/desks/EarlyPaymentDesk.sol";
import { ExposureBook } from "../../contracts/desks/ExposureBook.sol";
import { PledgeDesk } from "../../contracts/desks/PledgeDesk.sol";
import { RecourseDesk } from "../../contracts/desks/RecourseDesk.sol";
import { StandingOffer } from "../../contracts/interfaces/IDiscountDesk.sol";
import { Programme, Tier } from "../../contracts/interfaces/IEarlyPaymentDesk.sol";
import { Counterparty } from "../../contracts/interfaces/IExposureBook.sol";
import { LinkState, RecourseLink } from "../../contracts/interfaces/IRecourseDesk.sol";
import { POWER_FINANCE, POWER_LOCK, POWER_RECOURSE, POWER_RETIRE, Policy } from "../../contracts/interfaces/IRulebook.sol";
import { Debt, Loan } from "../../contracts/libraries/Loan.sol";
import { ROLE_BANK } from "../../contracts/libraries/ParticipantWord.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SLICE_LOCK_SHIFT, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { AlwaysSigns } from "../../contracts/mocks/AlwaysSigns.sol";
import { Claiming } from "./Claiming.sol";
import { Counter, DeskSet, Paper } from "./Counter.sol";
import { Lending } from "./Lending.sol";
import { Revoking } from "./Revoking.sol";
import { Selling } from "./Selling.sol";
import { Settling } from "./Settling.sol";
import { Trading } from "./Trading.sol";
import { World } from "./World.sol";

contract FinanceHandler is Revoking {
    constructor(DeskSet memory s) Counter(s) {}
}

/// @dev What holds of all desks together, with the cash and the slices of one set of companies and banks. Driven by the test itself: the
/// fuzzer would keep the traces of all its calls in memory.
contract DesksInvariantTest is World {
    /// @dev As many calls as it takes for each action to go through several times, but not more than this.
    uint256 private constant MOST_CALLS = 20_000;
    uint256 private constant CALLS_BETWEEN_CHECKS = 100;
    uint256 private constant LEAST_EACH = 2;
    address private constant OTHER_BANK = address(0x3001);

    error Action_TooRare();
    error Action_Reverted(bytes4 action, bytes reason);

    DeskSet private _set;
    FinanceHandler private _handler;

    function setUp() external {
        _createWorld();
        _set.book = new ExposureBook(ledger);
        _set.recourse = new RecourseDesk(ledger, settlementDesk);
        _set.discount = new DiscountDesk(ledger, _set.book, _set.recourse);
        _set.pledge = new PledgeDesk(ledger, settlementDesk, _set.book);
        _set.early = new EarlyPaymentDesk(ledger);
        (_set.ledger, _set.settlement, _set.token) = (ledger, settlementDesk, token);
        ledger.admitDesk(address(_set.discount), POWER_FINANCE, DECISION);
        ledger.admitDesk(address(_set.pledge), POWER_LOCK, DECISION);
        ledger.admitDesk(address(_set.recourse), POWER_RECOURSE, DECISION);
        ledger.admitDesk(address(_set.early), POWER_RETIRE, DECISION);
        _admitOtherBank();
        address[ACTORS] memory actors = _actors();
        for (uint256 i = 0; i < ACTORS; ++i) {
            _open(actors[i], true);
            if (i >= FIRST_LOST_INDEX) _open(_successorOf(actors[i]), false);
        }
        _open(OTHER_BANK, true);
        _postProgramme();
        _handler = new FinanceHandler(_set);
        _setLimits();
    }

    function test_AllHoldsOnTheWay() external {
        bytes4[] memory actions = _actions();
        uint256 done = 0;
        for (; done < MOST_CALLS && !this.isEnough(); done += CALLS_BETWEEN_CHECKS) {
            _drive(actions, done);
            this.compareAll();
        }
        require(done < MOST_CALLS, Action_TooRare());
    }

    /// @dev Each action went through, each limit was met, each desk was called together with a permit, and old terms were tried by
    /// who had the slice back. Called from outside, as `compareAll`, so that what is read leaves no trace in the test's memory.
    function isEnough() external view returns (bool) {
        bytes4[] memory actions = _actions();
        for (uint256 i = 0; i < actions.length; ++i) if (_handler.fired(actions[i]) < LEAST_EACH) return false;
        for (uint256 i = 0; i < 4; ++i) if (_handler.limitsMet(i) == 0) return false;
        for (uint256 i = 0; i < 5; ++i) if (_handler.together(_handler.desks()[i]) < LEAST_EACH) return false;
        return _handler.triedAgain() != 0 && _handler.borrowedAgain() != 0;
    }

    function compareAll() external {
        _desksHaveWhatTheyName();
        _receivablesAddUp();
        _offersStayWithinTheirLimits();
        _loansAddUp();
        _pledgesHaveOneLoanEach();
        _linksTileTheirPurchases();
    }

    /// @dev No desk has a slice, or cash that is not set aside, waits for a loan, or is held for a receivable.
    function _desksHaveWhatTheyName() private view {
        address[6] memory desks = _handler.desks();
        uint256 held = 0;
        Paper[] memory papers = _handler.papers();
        for (uint256 i = 0; i < papers.length; ++i) held += settlementDesk.collectionOf(papers[i].id).held;
        (uint256 counted, uint256 named) = _handler.setAside(desks[0]);
        same(named, counted, "set aside by the settlement desk");
        held += named;
        (counted, named) = _handler.lockedMoney();
        same(named, counted, "waits for the pledge desk");
        same(token.balanceOf(desks[0]), held + named, "the settlement desk's cash");
        (counted, named) = _handler.setAside(desks[1]);
        same(named, counted, "set aside by the pledge desk");
        same(token.balanceOf(desks[1]), named, "the pledge desk's cash");
        for (uint256 i = 0; i < desks.length; ++i) {
            if (i > 1) same(token.balanceOf(desks[i]), 0, "a desk without any cash");
            same(ledger.balanceOf(desks[i]), 0, "a desk's slices");
        }
    }

    /// @dev What the obligor paid for each is with its holders, aside, locked, or held.
    function _receivablesAddUp() private view {
        Paper[] memory papers = _handler.papers();
        for (uint256 i = 0; i < papers.length; ++i) {
            uint256 held = settlementDesk.collectionOf(papers[i].id).held;
            same(papers[i].paidOut + held, papers[i].paidIn, "paid in and paid out");
        }
    }

    /// @dev Of sellers' and exposure limits the handler asks after each sale.
    function _offersStayWithinTheirLimits() private view {
        for (uint256 i = 1; i <= _handler.offers(); ++i) {
            StandingOffer memory offer = _set.discount.offerOf(i);
            same(offer.used, _handler.bought(i), "what an offer has bought");
            holds(offer.used <= offer.limit, "an offer's limit");
        }
        (Programme memory p, ) = _set.early.programmeOf(1);
        same(p.spent, _handler.spent(), "what the programme has spent");
        holds(p.spent <= p.budget, "the programme's budget");
    }

    /// @dev What lenders had is what they lent, with the interest paid, less what is still owed: no more and no less.
    function _loansAddUp() private {
        vm.warp(_handler.clock());
        Lending.Advance[] memory loans = _handler.loans();
        for (uint256 i = 0; i < loans.length; ++i) {
            (uint256 principal, uint256 interest) = _handler.debtOf(i + 1);
            Debt memory debt = _set.pledge.debtOf(i + 1);
            same(debt.principal, principal, "principal owed");
            same(debt.interest, interest, "interest owed");
            same(loans[i].had + principal, loans[i].lent + loans[i].interest, "what the lender had");
            if (loans[i].surplusTo != address(0))
                same(_set.pledge.surplusOf(i + 1, loans[i].surplusTo), loans[i].surplus, "what the lender owes");
        }
    }

    /// @dev Each slice locked by the pledge desk secures one loan; nothing is locked by others.
    function _pledgesHaveOneLoanEach() private view {
        Paper[] memory papers = _handler.papers();
        uint256 loans = _handler.loans().length;
        for (uint256 i = 0; i < papers.length; ++i) {
            for (uint256 j = 0; j < papers[i].slices.length; ++j) {
                SliceId id = papers[i].slices[j];
                SliceWord word = ledger.sliceWordOf(id);
                uint8 desk = word.flags() >> SLICE_LOCK_SHIFT;
                if (desk == 0) continue;
                same(desk, ledger.deskOf(address(_set.pledge)).index, "by the pledge desk");
                uint256 secured = 0;
                for (uint256 k = 1; k <= loans; ++k) {
                    Loan memory loan = _set.pledge.loanOf(k);
                    bool inside = loan.receivable == papers[i].id && loan.from <= id.start() && id.start() < loan.to;
                    if (inside) ++secured;
                    if (inside) holds(word.end() <= loan.to, "wholly");
                }
                same(secured, 1, "secures one loan");
            }
        }
    }

    /// @dev The cents of a purchase with recourse lie in one link each, whatever was claimed; those that went back, in one that has ended.
    function _linksTileTheirPurchases() private view {
        uint256[] memory roots = _handler.roots();
        uint256[] memory cents = new uint256[](roots.length + 1);
        uint256[] memory back = new uint256[](roots.length + 1);
        for (uint256 i = 0; i < roots.length; ++i) {
            RecourseLink memory link = _set.recourse.linkOf(i + 1);
            uint256 face = link.end - link.first.start();
            cents[roots[i]] += face;
            if (link.state == LinkState.Returned) back[roots[i]] += face;
            for (uint256 j = 0; j < i; ++j) {
                if (roots[j] != roots[i]) continue;
                RecourseLink memory other = _set.recourse.linkOf(j + 1);
                holds(link.end <= other.first.start() || other.end <= link.first.start(), "links do not overlap");
            }
        }
        for (uint256 i = 0; i < roots.length; ++i) {
            same(cents[roots[i]], _handler.purchased(roots[i]), "links have all cents of the purchase");
            same(back[roots[i]], _handler.returned(roots[i]), "cents that went back");
        }
    }

    /// @dev As in Settlement.t.sol: a penalty that is rounded often, in default soon, and no end to confirming.
    function _policy() internal pure override returns (Policy memory policy) {
        policy = super._policy();
        (policy.penaltyPpmPerDay, policy.defaultDays, policy.stopIssuance) = (20_000, 8, false);
        policy.maxHops = 8;
    }

    function _admitOtherBank() private {
        ledger.admit(OTHER_BANK, bytes20(OTHER_BANK), ROLE_BANK, type(uint16).max);
        token.mint(OTHER_BANK, 1e24);
        vm.etch(OTHER_BANK, address(new AlwaysSigns()).code);
    }

    /// @dev Its cash and, if it is admitted yet, its slices are the desks' to move.
    function _open(address account, bool admitted) private {
        address[5] memory desks = [
            address(settlementDesk),
            address(_set.discount),
            address(_set.pledge),
            address(_set.recourse),
            address(_set.early)
        ];
        if (!admitted) token.mint(account, 1e24);
        vm.startPrank(account);
        for (uint256 i = 0; i < desks.length; ++i) {
            token.approve(desks[i], type(uint256).max);
            if (admitted && i != 0) ledger.setDeskEnabled(desks[i], true);
        }
        vm.stopPrank();
    }

    function _postProgramme() private {
        Tier[] memory tiers = new Tier[](2);
        (tiers[0], tiers[1]) = (Tier(10, 300_000), Tier(365, 700_000));
        Programme memory p;
        (p.expiresAt, p.currency, p.forAll, p.budget, p.smallestFace) = (type(uint32).max, 1, true, 30_000, 1);
        vm.prank(OBLIGOR);
        _set.early.post(p, tiers);
    }

    function _setLimits() private {
        address[5] memory companies = [FIRST, SECOND, BLOCKED, FIRST_LOST, SECOND_LOST];
        for (uint256 i = 0; i < 2; ++i) {
            vm.startPrank(i == 0 ? BANK : OTHER_BANK);
            _set.book.setLimit(Counterparty.Obligor, bytes20(OBLIGOR), 1, 150_000);
            for (uint256 j = 0; j < companies.length; ++j)
                _set.book.setLimit(Counterparty.Seller, bytes20(companies[j]), 1, 50_000);
            vm.stopPrank();
        }
    }

    /// @dev TALLYSTICK_SEED gives another sequence. A test that reads the environment is not replayed with its traces when it fails, which
    /// would take more memory than most machines have.
    function _drive(bytes4[] memory actions, uint256 from) private {
        uint256 chosen = vm.envOr("TALLYSTICK_SEED", 0);
        for (uint256 i = from; i < from + CALLS_BETWEEN_CHECKS; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("desks", chosen, i)));
            bytes4 action = actions[seed % actions.length];
            // solhint-disable-next-line avoid-low-level-calls
            (bool ok, bytes memory reason) = address(_handler).call(abi.encodeWithSelector(action, seed >> 8));
            require(ok, Action_Reverted(action, reason));
        }
    }

    /// @dev What the rest depends on comes more often.
    function _actions() private pure returns (bytes4[] memory actions) {
        bytes4[57] memory all = [
            Counter.issue.selector,
            Counter.issue.selector,
            Counter.issue.selector,
            Counter.refuseMoney.selector,
            Counter.passTime.selector,
            Counter.passTime.selector,
            Trading.split.selector,
            Trading.merge.selector,
            Trading.transfer.selector,
            Trading.transfer.selector,
            Trading.freeze.selector,
            Trading.release.selector,
            Trading.carryOutTransfer.selector,
            Trading.loseKey.selector,
            Trading.moveToSuccessor.selector,
            Trading.moveToSuccessor.selector,
            Trading.moveToSuccessor.selector,
            Trading.fall.selector,
            Settling.pay.selector,
            Settling.payOut.selector,
            Settling.payEarly.selector,
            Settling.claim.selector,
            Selling.postOrRaise.selector,
            Selling.setLimit.selector,
            Selling.sell.selector,
            Selling.sell.selector,
            Selling.sell.selector,
            Selling.sellForCash.selector,
            Selling.sellForCash.selector,
            Selling.takeQuote.selector,
            Selling.takeQuote.selector,
            Selling.tryQuoteAgain.selector,
            Selling.releaseExposure.selector,
            Selling.acceptEarly.selector,
            Claiming.demand.selector,
            Claiming.payRecourse.selector,
            Claiming.payRecourse.selector,
            Claiming.waive.selector,
            Lending.lend.selector,
            Lending.lend.selector,
            Lending.lend.selector,
            Lending.repay.selector,
            Lending.releaseLoan.selector,
            Lending.collect.selector,
            Lending.foreclose.selector,
            Lending.paySurplus.selector,
            Lending.tryLoanAgain.selector,
            Claiming.demand.selector,
            Selling.handBack.selector,
            Revoking.withdrawOffer.selector,
            Revoking.cancelQuote.selector,
            Revoking.cancelAllQuotes.selector,
            Revoking.cancelLoanOffer.selector,
            Revoking.cancelAllLoanOffers.selector,
            Revoking.payInvited.selector,
            Revoking.releasePaid.selector,
            Revoking.meddle.selector
        ];
        actions = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) actions[i] = all[i];
    }
}
