// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IExposureBook } from "../interfaces/IExposureBook.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @title FundingDesk
/// @notice A desk that moves and locks slices and asks the exposure book, without prices and cash. Test only.
contract FundingDesk {
    ILedger private immutable LEDGER;
    IExposureBook private immutable BOOK;

    constructor(ILedger ledger, IExposureBook book) {
        LEDGER = ledger;
        BOOK = book;
    }

    function buy(SliceId id, address bank) external {
        (SliceWord word, ReceivableWord receivable, ) = LEDGER.moveByDesk(id, SliceWord.wrap(0), bank);
        BOOK.record(bank, id, word.end(), receivable.obligor(), word.holder(), receivable.currency());
    }

    function buyTail(SliceId id, uint48 amount, address bank) external {
        SliceWord word = LEDGER.sliceWordOf(id);
        ReceivableWord receivable = LEDGER.receivableWordOf(id.receivable());
        SliceId part = LEDGER.moveTailByDesk(id, word, amount, bank);
        BOOK.record(bank, part, word.end(), receivable.obligor(), word.holder(), receivable.currency());
    }

    /// @notice The bank lends against a slice, which stays with its holder.
    function lend(SliceId id, address bank) external {
        SliceWord word = LEDGER.sliceWordOf(id);
        (ReceivableWord receivable, ) = LEDGER.lockByDesk(id, word);
        BOOK.record(bank, id, word.end(), receivable.obligor(), word.holder(), receivable.currency());
    }

    function unlock(SliceId id) external {
        LEDGER.unlockByDesk(id);
    }

    function seize(SliceId id, address bank) external {
        LEDGER.seizeByDesk(id, bank);
    }

    /// @notice Moves a slice without recording anything.
    function move(SliceId id, address bank) external {
        LEDGER.moveByDesk(id, SliceWord.wrap(0), bank);
    }

    /// @notice Records whatever it is told.
    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external {
        BOOK.record(bank, id, end, obligor, seller, currency);
    }
}
