// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An event as it was emitted.
struct Log {
    bytes32[] topics;
    bytes data;
    address emitter;
}

/// @notice The cheatcodes that the tests use.
interface Vm {
    function assume(bool condition) external pure;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function warp(uint256 timestamp) external;
    function etch(address account, bytes calldata code) external;
    function recordLogs() external;
    function envOr(string calldata name, uint256 otherwise) external view returns (uint256 value);
    function getRecordedLogs() external returns (Log[] memory logs);
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

/// @notice `x` brought into [least, most], evenly.
function bound(uint256 x, uint256 least, uint256 most) pure returns (uint256) {
    if (x >= least && x <= most) return x;
    uint256 width = most - least + 1;
    return width == 0 ? x : least + (x % width);
}
