// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { ITokenProbe, Trial } from "../../interfaces/ITokenProbe.sol";
import { Till } from "./Till.sol";

/// @title TokenProbe
/// @notice Tries tokens. The rulebook takes no currency whose token has not passed here. See ITokenProbe.
///
/// REFUSED. Tokens that take a fee from what arrives or on top of it, whose balances change by themselves, that return false, or that do
/// not say their decimals. What a token does later, or does to others than the probe, no trial can tell: the governance still decides.
///
/// CASH. Lies in a till of its own for each trial and goes back to who brought it, and to nobody else.
contract TokenProbe is ITokenProbe, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Either half of it shows a fee of a hundredth of a percent.
    uint256 private constant LEAST_UNITS = 20_000;
    uint8 private constant MOST_DECIMALS = 77;

    /// @inheritdoc ITokenProbe
    uint40 public immutable WAIT;

    /// @inheritdoc ITokenProbe
    mapping(address token => uint40) public passedAt;

    mapping(address token => mapping(address prober => Trial)) private _trials;

    constructor(uint40 wait) {
        WAIT = wait;
    }

    /// @inheritdoc ITokenProbe
    function begin(address token, uint256 amount) external nonReentrant {
        // Check
        Trial storage trial = _trials[token][msg.sender];
        require(trial.begunAt == 0, Probe_TrialUnderWay(token, msg.sender, trial.begunAt));
        uint256 least = leastAmount(token);
        require(amount >= least, Probe_AmountTooSmall(token, amount, least));
        // Effect: the till's address can be foreseen, so that something may lie there already.
        address till = address(new Till());
        uint256 tillBefore = IERC20(token).balanceOf(till);
        uint256 held = tillBefore + amount;
        (trial.till, trial.begunAt, trial.held) = (till, uint40(block.timestamp), held);
        emit ProbeBegun(token, msg.sender, till, held);
        // Interaction
        uint256 proberBefore = IERC20(token).balanceOf(msg.sender);
        IERC20(token).safeTransferFrom(msg.sender, till, amount);
        _requireExact(token, amount, msg.sender, proberBefore, till, tillBefore);
    }

    /// @inheritdoc ITokenProbe
    function finish(address token) external nonReentrant {
        // Check
        Trial memory trial = _requireTrial(token);
        uint256 earliest = uint256(trial.begunAt) + Math.max(WAIT, 1);
        require(block.timestamp >= earliest, Probe_TooEarly(token, earliest, block.timestamp));
        leastAmount(token);
        _requireHeld(token, trial);
        // Effect
        delete _trials[token][msg.sender];
        passedAt[token] = uint40(block.timestamp);
        emit ProbePassed(token, msg.sender, trial.held);
        // Interaction: a first half, so that a fee on top of it would find the units it takes.
        uint256 half = trial.held / 2;
        Till(trial.till).send(IERC20(token), trial.till, half);
        _requireHeld(token, trial);
        _giveBack(token, trial.till, half);
        _giveBack(token, trial.till, trial.held - half);
    }

    /// @inheritdoc ITokenProbe
    function abandon(address token) external nonReentrant {
        // Check
        Trial memory trial = _requireTrial(token);
        // Effect
        delete _trials[token][msg.sender];
        uint256 found = IERC20(token).balanceOf(trial.till);
        emit ProbeAbandoned(token, msg.sender, trial.held, found);
        // Interaction
        if (found != 0) Till(trial.till).send(IERC20(token), msg.sender, found);
    }

    /// @inheritdoc ITokenProbe
    function trialOf(address token, address prober) external view returns (Trial memory) {
        return _trials[token][prober];
    }

    /// @inheritdoc ITokenProbe
    function leastAmount(address token) public view returns (uint256) {
        (bool readable, uint8 decimals) = IERC20(token).tryGetDecimals();
        require(readable, Probe_DecimalsUnreadable(token));
        require(decimals <= MOST_DECIMALS, Probe_DecimalsTooMany(token, decimals));
        return Math.max(10 ** decimals, LEAST_UNITS);
    }

    function _giveBack(address token, address till, uint256 amount) private {
        uint256 tillBefore = IERC20(token).balanceOf(till);
        uint256 proberBefore = IERC20(token).balanceOf(msg.sender);
        Till(till).send(IERC20(token), msg.sender, amount);
        _requireExact(token, amount, till, tillBefore, msg.sender, proberBefore);
    }

    /// @dev Compares balances with those before the transfer: `amount` has arrived, and no more has left.
    function _requireExact(
        address token,
        uint256 amount,
        address from,
        uint256 fromBefore,
        address to,
        uint256 toBefore
    ) private view {
        uint256 received = Math.saturatingSub(IERC20(token).balanceOf(to), toBefore);
        require(received == amount, Probe_FeeTaken(token, amount, received));
        uint256 taken = Math.saturatingSub(fromBefore, IERC20(token).balanceOf(from));
        require(taken == amount, Probe_FeeOnTop(token, amount, taken));
    }

    function _requireHeld(address token, Trial memory trial) private view {
        uint256 found = IERC20(token).balanceOf(trial.till);
        require(found == trial.held, Probe_BalanceChanged(token, trial.held, found));
    }

    function _requireTrial(address token) private view returns (Trial memory trial) {
        trial = _trials[token][msg.sender];
        require(trial.begunAt != 0, Probe_NoTrial(token, msg.sender));
    }
}
