// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One account's trial of one token. All zero: none is under way.
/// @param till The account in which the trial's units lie; each trial has its own, so that trials of one token never mix.
/// @param begunAt Second in which it began.
/// @param held Token units in the till once it had begun.
struct Trial {
    address till;
    uint40 begunAt;
    uint256 held;
}

/// @title ITokenProbe
/// @notice A token is tried before it becomes a currency: units go in, lie for a while, and come back, and each step is compared to the
/// unit. Anyone may try a token, with units of its own, and gets them back.
interface ITokenProbe {
    event ProbeBegun(address indexed token, address indexed prober, address till, uint256 held);
    event ProbePassed(address indexed token, address indexed prober, uint256 held);
    event ProbeAbandoned(address indexed token, address indexed prober, uint256 held, uint256 returned);

    /// @dev `token` is no contract, or does not say how many decimals it has.
    error Probe_DecimalsUnreadable(address token);
    /// @dev `decimals` more than a uint256 has room for.
    error Probe_DecimalsTooMany(address token, uint8 decimals);
    error Probe_AmountTooSmall(address token, uint256 amount, uint256 least);
    error Probe_TrialUnderWay(address token, address prober, uint40 begunAt);
    error Probe_NoTrial(address token, address prober);
    error Probe_TooEarly(address token, uint256 earliest, uint256 timestamp);
    /// @dev Less, or more, arrived than was sent.
    error Probe_FeeTaken(address token, uint256 expected, uint256 received);
    /// @dev More, or less, left the sender than was sent.
    error Probe_FeeOnTop(address token, uint256 expected, uint256 taken);
    /// @dev While it lay, or by a transfer to itself, the till's balance has become another.
    error Probe_BalanceChanged(address token, uint256 expected, uint256 found);
    error Till_NotProbe(address caller);

    /// @notice Draws token units from the caller, by its allowance to the probe. The token must return true or nothing, or the transfer
    /// reverts with `SafeERC20FailedOperation` or the token's own reason.
    /// @param amount Token units, at least `leastAmount(token)`.
    function begin(address token, uint256 amount) external;

    /// @notice The caller that began takes its units back, `WAIT` seconds later or more, never in the same second. The token has passed
    /// if they are all there, a transfer to itself changes nothing, and the caller gets every one of them. Somebody who sends units to
    /// the till fails the trial, as a rebase would, and makes the prober a present of them: abandon, and begin again.
    function finish(address token) external;

    /// @notice The caller that began ends its trial at any time without passing, and takes back all there is in its till, whatever it is.
    /// If the token refuses just now, the trial stays and this may be called again.
    function abandon(address token) external;

    /// @notice Second in which a trial of the token last passed; 0 if none has.
    function passedAt(address token) external view returns (uint40);

    function trialOf(address token, address prober) external view returns (Trial memory);

    /// @notice Smallest amount that is worth trying, in token units: one whole token, and so many units that a fee of a hundredth of a
    /// percent, rounded down, is at least one unit.
    function leastAmount(address token) external view returns (uint256);

    /// @notice Seconds between the two steps.
    // solhint-disable-next-line func-name-mixedcase
    function WAIT() external view returns (uint40);
}
