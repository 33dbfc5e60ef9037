// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { NamedOffer, Price, Sale } from "../../contracts/interfaces/IDiscountDesk.sol";
import { Part, TransferOffer } from "../../contracts/interfaces/ISlices.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Payments } from "./Payments.sol";
import { Case } from "./Store.sol";

/// @dev Random companies do random things that must succeed. An action that is not possible now returns early; none reverts.
abstract contract Actions is Payments {
    function register(uint256 seed) external atClock {
        if (_open.length == MOST_OPEN) return;
        _register(seed);
        ++fired[msg.sig];
    }

    function refuse(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed) return;
        _registerAnew(c, seed);
        ++fired[msg.sig];
    }

    function confirm(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed || c.terms.dueDay <= _today() || !_mayPromise(c.terms.face)) return;
        uint16 policy = ledger.latestPolicy();
        vm.prank(OBLIGOR);
        ledger.confirm(c.creditor, c.terms, policy);
        _begin(c);
        ++fired[msg.sig];
    }

    function split(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        uint48[] memory amounts = _amounts(c, id, word, seed);
        if (amounts.length == 0) return;
        vm.prank(word.holder());
        _adopt(c, ledger.split(id, amounts), amounts.length);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function splitAndTransfer(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        if (word.hops() >= MAX_HOPS) return;
        uint48[] memory amounts = _amounts(c, id, word, seed);
        if (amounts.length == 0) return;
        Part[] memory parts = new Part[](amounts.length);
        for (uint256 i = 0; i < parts.length; ++i) parts[i] = Part(_other(_mix(seed, 50 + i), word.holder()), amounts[i]);
        vm.prank(word.holder());
        _adopt(c, ledger.splitAndTransfer(id, parts, _until(seed)), parts.length);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function transfer(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        if (word.hops() >= MAX_HOPS) return;
        address to = _other(_mix(seed, 3), word.holder());
        vm.prank(word.holder());
        ledger.transfer(id, to, _until(seed));
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function accept(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _offered(seed);
        if (word.isEmpty()) return;
        TransferOffer memory offer = ledger.transferOfferOf(id);
        if (_clock > offer.until || c.terms.dueDay <= _today() || _isHeld(c)) return;
        if (_isLost(offer.payee) || _isLost(word.holder())) return;
        vm.prank(offer.payee);
        ledger.accept(id);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function endOffer(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _offered(seed);
        if (word.isEmpty()) return;
        TransferOffer memory offer = ledger.transferOfferOf(id);
        address stranger = _clock > offer.until ? address(this) : word.holder();
        address[3] memory who = [offer.payee, word.holder(), stranger];
        vm.prank(who[_mix(seed, 4) % 3]);
        ledger.endOffer(id);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev The first two neighbours that can be, of any receivable under way.
    function merge(uint256 seed) external atClock {
        for (uint256 k = 0; k < _open.length; ++k) {
            if (!_merged(_cases[_open[((_mix(seed, 100) % _open.length) + k) % _open.length]])) continue;
            ++fired[msg.sig];
            return;
        }
    }

    /// @dev The whole slice, or as much of it as some cash needs.
    function take(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        if (word.holder() == BANK || _refuses[word.holder()]) return;
        uint48 cash = 0;
        if (_mix(seed, 3) % 2 == 0) cash = uint48(bound(_mix(seed, 4), 1, discountDesk.quote(id, 0, _offerTerms()).net));
        Price memory price = discountDesk.quote(id, cash, _offerTerms());
        // Refused: the discount rounds to nothing.
        if (price.discount == 0) return;
        holds(price.net >= cash, "the seller gets the cash it needs");
        uint256 before = token.balanceOf(word.holder());
        vm.prank(word.holder());
        if (cash == 0) discountDesk.take(id, _offerTerms(), OFFER, price.net);
        else _takeForCash(Sale(id, cash, price.net, price.face));
        same(token.balanceOf(word.holder()) - before, price.net, "the seller gets what was quoted");
        if (price.face < word.end() - id.start()) _adopt(c, sliceIdOf(c.id, word.end() - price.face), 1);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev Tries what the policy may forbid: one hop more, or a part of one cent. Refused or not, the invariants must hold.
    function overstep(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        if (_mix(seed, 9) % 2 == 0) {
            address to = word.holder() == FIRST ? SECOND : FIRST;
            _attempt(address(ledger), word.holder(), abi.encodeCall(ledger.transfer, (id, to, 0)));
        } else {
            uint48[] memory cent = new uint48[](1);
            cent[0] = 1;
            bytes memory call = abi.encodeCall(ledger.split, (id, cent));
            (bool ok, bytes memory answer) = _attempt(address(ledger), word.holder(), call);
            if (ok) _adopt(c, abi.decode(answer, (SliceId)), 1);
        }
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function passTime(uint256 seed) external atClock {
        _clock += bound(seed, 1 hours, _longestPause());
        ++fired[msg.sig];
    }

    function _merged(Case storage c) private returns (bool) {
        if (c.paid || c.terms.dueDay <= _today() || _isHeld(c)) return false;
        for (uint256 i = 0; i < c.slices.length; ++i) {
            SliceId left = c.slices[i];
            SliceWord word = ledger.sliceWordOf(left);
            SliceId right = sliceIdOf(c.id, word.end());
            SliceWord other = ledger.sliceWordOf(right);
            if (other.holder() != word.holder() || word.flags() | other.flags() != 0) continue;
            if (_isLost(word.holder())) continue;
            vm.prank(word.holder());
            ledger.merge(left, right);
            _drop(c, right);
            _noteSlice(left);
            _noteSlice(right);
            return true;
        }
        return false;
    }

    function _takeForCash(Sale memory sale) private {
        Sale[] memory sales = new Sale[](1);
        NamedOffer[] memory offers = new NamedOffer[](1);
        (sales[0], offers[0]) = (sale, NamedOffer(OFFER, _offerTerms()));
        discountDesk.takeBest(sales, offers);
    }
}
