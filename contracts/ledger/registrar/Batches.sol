// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Multicall } from "@openzeppelin/contracts/utils/Multicall.sol";
import { Confirmation, IBatches } from "../../interfaces/IBatches.sol";
import { IReceivables } from "../../interfaces/IReceivables.sol";
import { LegalOrders } from "./LegalOrders.sol";

/// @dev Many at once. Each item is a call of the ledger to itself that keeps the caller, so it passes the one door it always passes.
abstract contract Batches is LegalOrders, Multicall, IBatches {
    uint256 private constant MOST_CONFIRMATIONS = 100;

    /// @inheritdoc IBatches
    function confirmMany(Confirmation[] calldata items, uint16 policy) external returns (bytes[] memory refusals) {
        require(items.length <= MOST_CONFIRMATIONS, Batches_TooMany(items.length, MOST_CONFIRMATIONS));
        refusals = new bytes[](items.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Confirmation calldata item = items[i];
            // A call that may fail without failing the batch; OpenZeppelin's helpers would bubble the refusal up.
            // solhint-disable-next-line avoid-low-level-calls
            (bool confirmed, bytes memory refusal) = address(this).delegatecall(
                abi.encodeCall(IReceivables.confirm, (item.creditor, item.terms, policy))
            );
            if (confirmed) continue;
            require(refusal.length != 0, Batches_OutOfGas(i));
            refusals[i] = refusal;
            emit ConfirmationFailed(msg.sender, item.creditor, item.terms.invoiceKey, refusal);
        }
    }

    /// @inheritdoc IBatches
    function multicall(bytes[] calldata data) public override(IBatches, Multicall) returns (bytes[] memory) {
        return super.multicall(data);
    }
}
