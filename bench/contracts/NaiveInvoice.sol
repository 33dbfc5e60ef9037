// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { ERC721 } from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import { SignedTerms } from "./SignedTerms.sol";

/// @notice An invoice as a plain ERC-721, as a tutorial would write it: a struct for each token.
contract NaiveInvoice is ERC721, SignedTerms {
    struct Invoice {
        address obligor;
        uint256 amount;
        uint256 dueDay;
        uint256 currency;
        bytes32 documentRoot;
        uint256 parent;
    }

    event InvoiceCreated(uint256 indexed id, address indexed obligor, address indexed creditor, uint256 amount);
    event InvoiceSplit(uint256 indexed id, uint256 indexed part, address indexed to, uint256 amount);
    event InvoicePaid(uint256 indexed id, address indexed holder, uint256 amount);

    IERC20 public immutable CASH;
    mapping(uint256 id => Invoice) public invoices;
    uint256 private _last;

    constructor(IERC20 cash) ERC721("Invoice", "INV") {
        CASH = cash;
    }

    function create(Terms calldata t, bytes calldata signature) external returns (uint256 id) {
        _confirmTerms(t, signature);
        id = ++_last;
        invoices[id] = Invoice(t.obligor, t.face, t.dueDay, t.currency, t.documentRoot, 0);
        _mint(msg.sender, id);
        emit InvoiceCreated(id, t.obligor, msg.sender, t.face);
    }

    function split(uint256 id, address[] calldata to, uint256[] calldata amounts) external {
        require(ownerOf(id) == msg.sender, Terms_NotHolder(msg.sender));
        for (uint256 i = 0; i < to.length; ++i) {
            Invoice storage whole = invoices[id];
            whole.amount -= amounts[i];
            uint256 part = ++_last;
            invoices[part] = Invoice(whole.obligor, amounts[i], whole.dueDay, whole.currency, whole.documentRoot, id);
            _mint(to[i], part);
            emit InvoiceSplit(id, part, to[i], amounts[i]);
        }
    }

    function sell(uint256 id, address bank, uint256 price) external {
        require(ownerOf(id) == msg.sender, Terms_NotHolder(msg.sender));
        _transfer(msg.sender, bank, id);
        CASH.transferFrom(bank, msg.sender, price);
    }

    function settle(uint256[] calldata ids) external {
        for (uint256 i = 0; i < ids.length; ++i) {
            Invoice memory invoice = invoices[ids[i]];
            require(invoice.obligor == msg.sender, Terms_NotHolder(msg.sender));
            address holder = ownerOf(ids[i]);
            delete invoices[ids[i]];
            _burn(ids[i]);
            CASH.transferFrom(msg.sender, holder, invoice.amount);
            emit InvoicePaid(ids[i], holder, invoice.amount);
        }
    }
}
