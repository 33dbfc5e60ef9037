// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ERC3525 } from "@solvprotocol/erc-3525/ERC3525.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SignedTerms } from "./SignedTerms.sol";

/// @notice A receivable as a slot of the ERC-3525 reference implementation, its cents as value.
contract SlottedInvoice is ERC3525, SignedTerms {
    struct Invoice {
        address obligor;
        uint256 dueDay;
        uint256 currency;
        bytes32 documentRoot;
    }

    IERC20 public immutable CASH;
    mapping(uint256 slot => Invoice) public invoices;

    constructor(IERC20 cash) ERC3525("Invoice", "INV", 2) {
        CASH = cash;
    }

    function create(Terms calldata t, bytes calldata signature) external {
        _confirmTerms(t, signature);
        invoices[uint256(t.invoiceKey)] = Invoice(t.obligor, t.dueDay, t.currency, t.documentRoot);
        _mint(msg.sender, uint256(t.invoiceKey), t.face);
    }

    function split(uint256 id, address[] calldata to, uint256[] calldata amounts) external {
        for (uint256 i = 0; i < to.length; ++i) transferFrom(id, to[i], amounts[i]);
    }

    function sell(uint256 id, address bank, uint256 price) external {
        transferFrom(msg.sender, bank, id);
        CASH.transferFrom(bank, msg.sender, price);
    }

    function settle(uint256[] calldata ids) external {
        for (uint256 i = 0; i < ids.length; ++i) {
            require(invoices[slotOf(ids[i])].obligor == msg.sender, Terms_NotHolder(msg.sender));
            (address holder, uint256 amount) = (ownerOf(ids[i]), balanceOf(ids[i]));
            _burn(ids[i]);
            CASH.transferFrom(msg.sender, holder, amount);
        }
    }
}
