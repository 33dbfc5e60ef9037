// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Base64 } from "solady/src/utils/Base64.sol";
import { DateTimeLib } from "solady/src/utils/DateTimeLib.sol";
import { LibString } from "solady/src/utils/LibString.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { Currency, Policy } from "../interfaces/IRulebook.sol";
import { ISliceMetadata } from "../interfaces/ISliceMetadata.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { MARK_OVERDUE, MARK_PAID_INTO, ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SLICE_RESERVED, SLICE_RETIRED, SliceWord } from "../libraries/SliceWord.sol";

/// @title SliceMetadata
/// @notice Draws a slice from its words alone. The text in it is ours and the currency's three letters; nothing a stranger could write.
contract SliceMetadata is ISliceMetadata {
    using LibString for uint256;

    /// @dev What is shown, as text.
    struct Facts {
        string receivable;
        string face;
        string range;
        string due;
        string state;
        uint256 hops;
        uint256 from;
        uint256 to;
        uint256 whole;
    }

    uint256 private constant BAR_WIDTH = 320;

    /// @inheritdoc ISliceMetadata
    function tokenURI(SliceId id) external view returns (string memory) {
        Facts memory f = _facts(ILedger(msg.sender), id);
        string memory json = string.concat(
            '{"name":"',
            f.face,
            " due ",
            f.due,
            '","description":"Cents ',
            f.range,
            " of a confirmed receivable. The obligor owes them on the due day to whoever holds this slice.",
            '","image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(_picture(f))),
            '","attributes":[',
            _attributes(f),
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    function _facts(ILedger ledger, SliceId id) private view returns (Facts memory f) {
        SliceWord word = ledger.sliceWordOf(id);
        ReceivableWord receivable = ledger.receivableWordOf(id.receivable());
        Currency memory currency = ledger.currencyOf(receivable.currency());
        Policy memory policy = ledger.policyOf(receivable.policy());
        (f.from, f.to, f.whole) = (id.start(), word.end(), receivable.face());
        f.receivable = uint256(ReceivableId.unwrap(id.receivable())).toHexString(24);
        f.face = string.concat(string(abi.encodePacked(currency.code)), " ", _amount(f.to - f.from, currency.minorDigits));
        f.range = string.concat(f.from.toString(), " to ", (f.to - 1).toString(), " of ", f.whole.toString());
        f.due = _date(receivable.dueDay());
        f.hops = word.hops();
        bool inFull = ledger.settlingOf(id.receivable()).inFull;
        uint16 today = Calendar.dayAt(block.timestamp, policy.utcOffsetHours);
        f.state = _state(word, receivable, inFull, today, policy.graceDays);
    }

    function _state(
        SliceWord word,
        ReceivableWord receivable,
        bool inFull,
        uint16 today,
        uint8 graceDays
    ) private pure returns (string memory) {
        uint8 flags = word.flags();
        if (flags & SLICE_FROZEN != 0) return "frozen";
        if (flags & SLICE_RETIRED != 0) return "retired";
        if (flags >> SLICE_LOCK_SHIFT != 0) return "locked";
        if (inFull) return "paid";
        if (receivable.status() == Status.WrittenOff) return "written off";
        if (receivable.status() == Status.Defaulted) return "in default";
        if (receivable.marks() & MARK_OVERDUE != 0 || today > receivable.dueDay() + graceDays) return "overdue";
        if (receivable.marks() & MARK_PAID_INTO != 0) return "paid in part";
        if (today >= receivable.dueDay()) return "due";
        return flags & SLICE_RESERVED != 0 ? "offered" : "confirmed";
    }

    function _attributes(Facts memory f) private pure returns (string memory) {
        return
            string.concat(
                _attribute("Receivable", f.receivable),
                ",",
                _attribute("Face", f.face),
                ",",
                _attribute("Range", f.range),
                ",",
                _attribute("Due", f.due),
                ",",
                _attribute("State", f.state),
                ",",
                _attribute("Hops", f.hops.toString())
            );
    }

    function _attribute(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":"', value, '"}');
    }

    /// @dev A card with the face, the due day, the state, and the slice's place among the receivable's cents.
    function _picture(Facts memory f) private pure returns (string memory) {
        uint256 left = (BAR_WIDTH * f.from) / f.whole;
        uint256 width = (BAR_WIDTH * (f.to - f.from)) / f.whole;
        return
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" font-family="sans-serif" fill="#0f172a">',
                '<rect width="400" height="240" rx="12" fill="#f8fafc"/>',
                _line("56", "26", f.face),
                _line("92", "16", string.concat("due ", f.due)),
                _line("120", "16", f.state),
                '<rect x="40" y="150" width="320" height="16" fill="#cbd5e1"/><rect x="',
                (40 + left).toString(),
                '" y="150" width="',
                (width == 0 ? 1 : width).toString(),
                '" height="16" fill="#0f766e"/>',
                _line("192", "12", string.concat("cents ", f.range)),
                _line("214", "10", f.receivable),
                "</svg>"
            );
    }

    function _line(string memory y, string memory size, string memory text) private pure returns (string memory) {
        return string.concat('<text x="40" y="', y, '" font-size="', size, '">', text, "</text>");
    }

    /// @dev 30000000 with two digits: 300,000.00.
    function _amount(uint256 minor, uint8 digits) private pure returns (string memory text) {
        uint256 unit = 10 ** digits;
        text = _grouped(minor / unit);
        if (digits != 0) text = string.concat(text, ".", _padded(minor % unit, digits));
    }

    function _grouped(uint256 n) private pure returns (string memory text) {
        if (n < 1000) return n.toString();
        return string.concat(_grouped(n / 1000), ",", _padded(n % 1000, 3));
    }

    function _padded(uint256 n, uint256 digits) private pure returns (string memory text) {
        text = n.toString();
        while (bytes(text).length < digits) text = string.concat("0", text);
    }

    function _date(uint16 day) private pure returns (string memory) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = DateTimeLib.epochDayToDate(day);
        return string.concat(year.toString(), "-", _padded(month, 2), "-", _padded(dayOfMonth, 2));
    }
}
