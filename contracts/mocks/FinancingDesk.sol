// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ILedger } from "../interfaces/ILedger.sol";
import { IRecourseDesk } from "../interfaces/IRecourseDesk.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @title FinancingDesk
/// @notice Sells slices to banks for nothing, with recourse or without, whoever asks it to. Test only.
contract FinancingDesk {
    ILedger private immutable LEDGER;
    IRecourseDesk private immutable RECOURSE_DESK;

    constructor(ILedger ledger, IRecourseDesk recourseDesk) {
        LEDGER = ledger;
        RECOURSE_DESK = recourseDesk;
    }

    function sell(SliceId id, address bank, bool withRecourse) external {
        (SliceWord before, , ) = LEDGER.moveByDesk(id, SliceWord.wrap(0), bank);
        if (withRecourse) RECOURSE_DESK.record(id, before.end(), before.holder(), bank);
    }

    function sellTail(SliceId id, uint48 amount, address bank) external {
        SliceWord before = LEDGER.sliceWordOf(id);
        SliceId part = LEDGER.moveTailByDesk(id, before, amount, bank);
        RECOURSE_DESK.record(part, before.end(), before.holder(), bank);
    }

    /// @notice Records what is named, true or not.
    function claimToHaveSold(SliceId id, uint48 end, address seller, address bank) external {
        RECOURSE_DESK.record(id, end, seller, bank);
    }
}
