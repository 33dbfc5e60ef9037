// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @title RecordingBook
/// @notice Stands in for the exposure book and the recourse desk: says what it was told, or refuses. Test only.
contract RecordingBook {
    event ExposureTold(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency);
    event RecourseTold(SliceId id, uint48 end, address seller, address bank);

    error RecordingBook_Refused();

    bool private _refuses;

    function setRefuses(bool refuses) external {
        _refuses = refuses;
    }

    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external {
        require(!_refuses, RecordingBook_Refused());
        emit ExposureTold(bank, id, end, obligor, seller, currency);
    }

    function record(SliceId id, uint48 end, address seller, address bank) external {
        require(!_refuses, RecordingBook_Refused());
        emit RecourseTold(id, end, seller, bank);
    }
}
