package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.ResultName;
import org.postern.auth.dkim.ResultWord;
import org.postern.auth.dkim.SignatureResult;
import org.postern.mail.Domain;
import org.postern.report.DkimResult;

import java.util.List;
import java.util.Optional;

class ReportedMessageTest {
    private static SignatureResult signature(String domain, String selector, ResultWord word) {
        return new SignatureResult(Optional.of(new Domain(domain)), selector, "@" + domain, "rsa-sha256", "", word,
                false, "");
    }

    private static DkimResult told(String domain, String selector, ResultName result) {
        return new DkimResult(domain, selector, result, Optional.empty());
    }

    @Test
    void signaturesThatAnybodyCanInventDoNotTellMessagesApart() {
        assertThat(ReportedMessage.told(List.of(signature("shop.example", "x1", ResultWord.FAIL),
                signature("shop.example", "x2", ResultWord.FAIL), signature("shop.example", "k1", ResultWord.PASS),
                signature("other.example", "x3", ResultWord.FAIL))))
                .containsExactly(told("shop.example", "k1", ResultName.PASS),
                        told("shop.example", "", ResultName.FAIL), told("other.example", "", ResultName.FAIL));
    }
}
