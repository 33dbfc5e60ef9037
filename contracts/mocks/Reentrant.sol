// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import { IERC721Receiver } from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";

/// @title Reentrant
/// @notice A participant that, when asked for its signature or given a token, calls the asker back before it answers. Test only.
contract Reentrant is IERC1271, IERC721Receiver {
    using Address for address;

    bytes private _call;
    /// @notice What the call back returned or reverted with, and whether it went through.
    bytes public answer;
    bool public succeeded;

    /// @notice Sets the call to make from within.
    function prepare(bytes calldata call) external {
        _call = call;
    }

    /// @inheritdoc IERC721Receiver
    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, answer) = msg.sender.call(_call);
        return IERC721Receiver.onERC721Received.selector;
    }

    /// @inheritdoc IERC1271
    /// @dev Says yes to whatever it is asked, but only if the call back went through.
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        msg.sender.functionStaticCall(_call);
        return IERC1271.isValidSignature.selector;
    }

    /// @notice Calls another contract in this one's name.
    function act(address target, bytes calldata data) external returns (bytes memory result) {
        return target.functionCall(data);
    }
}
