// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ITokenProbe } from "../../contracts/interfaces/ITokenProbe.sol";
import { TokenProbe } from "../../contracts/ledger/probe/TokenProbe.sol";
import { TestToken } from "../../contracts/mocks/TestToken.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

contract TokenProbeTest is Check {
    TestToken private _token = new TestToken("Test", "T", 2);

    function test_RevertWhen_FinishedInTheSecondOfTheBeginning() public {
        TokenProbe probe = new TokenProbe(0);
        _begin(probe, 20_000);
        bytes4 tooEarly = ITokenProbe.Probe_TooEarly.selector;
        vm.expectRevert(abi.encodeWithSelector(tooEarly, address(_token), block.timestamp + 1, block.timestamp));
        probe.finish(address(_token));
    }

    function testFuzz_EveryUnitComesBack(uint256 amount, uint40 wait, uint256 more) public {
        amount = bound(amount, 20_000, type(uint256).max);
        wait = uint40(bound(wait, 0, 3650 days));
        TokenProbe probe = new TokenProbe(wait);
        _begin(probe, amount);
        same(_token.balanceOf(address(this)), 0, "in the prober's hands while it lies");
        uint256 later = block.timestamp + bound(more, wait == 0 ? 1 : wait, 7300 days);
        vm.warp(later);
        probe.finish(address(_token));
        same(_token.balanceOf(address(this)), amount, "come back");
        same(probe.passedAt(address(_token)), later, "passed at");
    }

    function _begin(TokenProbe probe, uint256 amount) private {
        _token.mint(address(this), amount);
        _token.approve(address(probe), amount);
        probe.begin(address(_token), amount);
    }
}
