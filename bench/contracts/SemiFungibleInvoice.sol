// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { ERC1155 } from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import { SignedTerms } from "./SignedTerms.sol";

/// @notice A receivable as an OpenZeppelin ERC-1155 id whose units are its cents: no cent is told from another, and no split is seen.
contract SemiFungibleInvoice is ERC1155, SignedTerms {
    struct Invoice {
        address obligor;
        uint256 dueDay;
        uint256 currency;
        bytes32 documentRoot;
    }

    IERC20 public immutable CASH;
    mapping(uint256 id => Invoice) public invoices;

    constructor(IERC20 cash) ERC1155("") {
        CASH = cash;
    }

    function create(Terms calldata t, bytes calldata signature) external {
        _confirmTerms(t, signature);
        invoices[uint256(t.invoiceKey)] = Invoice(t.obligor, t.dueDay, t.currency, t.documentRoot);
        _mint(msg.sender, uint256(t.invoiceKey), t.face, "");
    }

    /// @dev ERC-1155 has no transfer to many payees of one id.
    function split(uint256 id, address[] calldata to, uint256[] calldata amounts) external {
        for (uint256 i = 0; i < to.length; ++i) _safeTransferFrom(msg.sender, to[i], id, amounts[i], "");
    }

    function sell(uint256 id, address bank, uint256 price) external {
        _safeTransferFrom(msg.sender, bank, id, balanceOf(msg.sender, id), "");
        CASH.transferFrom(bank, msg.sender, price);
    }

    function settle(uint256 id, address[] calldata holders) external {
        require(invoices[id].obligor == msg.sender, Terms_NotHolder(msg.sender));
        for (uint256 i = 0; i < holders.length; ++i) {
            uint256 amount = balanceOf(holders[i], id);
            _burn(holders[i], id, amount);
            CASH.transferFrom(msg.sender, holders[i], amount);
        }
    }
}
