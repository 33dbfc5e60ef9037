// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @title ExposureStandIn
/// @notice Says what it was asked to record, and refuses what is above one limit for all. Test only.
contract ExposureStandIn {
    event Recorded(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency);

    error ExposureStandIn_TooMuch(uint48 face);

    uint48 private immutable LIMIT;

    constructor(uint48 limit) {
        LIMIT = limit;
    }

    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external {
        uint48 face = end - id.start();
        require(face <= LIMIT, ExposureStandIn_TooMuch(face));
        emit Recorded(bank, id, end, obligor, seller, currency);
    }
}
