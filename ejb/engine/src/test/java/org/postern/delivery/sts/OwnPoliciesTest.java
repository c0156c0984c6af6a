package org.postern.delivery.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.config.GatewayName;
import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.mail.Domain;

import java.time.Duration;
import java.util.List;

class OwnPoliciesTest {
    private static final PublishedPolicy OURS = new PublishedPolicy(List.of(new Domain("A.example"),
            new Domain("b.example")), Mode.ENFORCE, List.of(), Duration.ofDays(7));
    private static final PublishedPolicy NONE = new PublishedPolicy(List.of(new Domain("off.example")), Mode.NONE,
            List.of(), Duration.ofDays(1));
    private final OwnPolicies policies = new OwnPolicies(List.of(OURS, NONE),
            new GatewayName(new Domain("GW.example")));

    @Test
    void eachHostHasThePolicyOfItsDomain() {
        assertThat(policies.fileAt("mta-sts.a.example"))
                .contains("version: STSv1\r\nmode: enforce\r\nmx: gw.example\r\nmax_age: 604800\r\n")
                .isEqualTo(policies.fileAt("MTA-STS.B.Example."));
        assertThat(policies.fileAt("mta-sts.off.example"))
                .contains("version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n");
    }

    @Test
    void otherHostsHaveNone() {
        for (String host : List.of("", ".", "a.example", "mta-sts.", "mta-sts.c.example", "mta-sts.x.a.example",
                "x.mta-sts.a.example", "mta-sts.a.example..", "127.0.0.1")) {
            assertThat(policies.fileAt(host)).as(host).isEmpty();
        }
    }

    @Test
    void whatIsPublishedIsReadAsItWasMeant() {
        StsPolicy policy = new StsPolicy(Mode.TESTING, List.of("mx.example", "*.b.example"), Duration.ofDays(3));
        assertThat(PolicyFile.read(policy.file())).contains(policy);
    }

    @Test
    void anotherPolicyHasAnotherId() {
        StsPolicy policy = policies.of(new Domain("a.EXAMPLE")).orElseThrow();
        assertThat(policy.id()).matches("[a-z0-9]{32}")
                .isEqualTo(new StsPolicy(Mode.ENFORCE, List.of("gw.example"), Duration.ofDays(7)).id())
                .isNotEqualTo(new StsPolicy(Mode.TESTING, List.of("gw.example"), Duration.ofDays(7)).id())
                .isNotEqualTo(new StsPolicy(Mode.ENFORCE, List.of("gw.example"), Duration.ofDays(8)).id())
                .isNotEqualTo(new StsPolicy(Mode.ENFORCE, List.of("*.example"), Duration.ofDays(7)).id());
        assertThat(PolicyRecord.id(List.of("v=STSv1; id=" + policy.id()))).contains(policy.id());
    }

    @Test
    void aHostIsANameOrAllNamesOfALevel() {
        assertThat(PublishedPolicy.host("*.MX.example")).isEqualTo("*.mx.example");
        for (String wrong : List.of("", "*", "a.*.example", "mx..example", "mx example", "mx.example\r\nmx: x")) {
            assertThatThrownBy(() -> PublishedPolicy.host(wrong)).as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
