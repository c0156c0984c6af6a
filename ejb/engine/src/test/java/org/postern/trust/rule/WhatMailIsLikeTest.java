package org.postern.trust.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.auth.ResultName;
import org.postern.content.attachment.SeenFile;

import java.util.List;
import java.util.Optional;

class WhatMailIsLikeTest {
    private final Mails mail = new Mails();

    @Test
    void aFieldFitsAsAWhole() {
        assertThat(mail.meets("header=subject: *INVOICE*")).isTrue();
        assertThat(mail.meets("header=Subject: invoice")).isFalse();
        assertThat(mail.meets("header=X-Other: *")).isFalse();
        assertThat(mail.meets("header=!X-Other: *")).isTrue();
        assertThat(mail.meets("header=Subject: *order*;header=From: *sender*")).isTrue();
    }

    @Test
    void eachFieldOfTheNameCountsUnfoldedAndDecoded() {
        mail.header = "X-A: no\nx-a: it says\n yes\nSubject: =?utf-8?q?your_inv=C3=B6ice?=\n";
        assertThat(mail.meets("header=X-A: it says yes")).isTrue();
        assertThat(mail.meets("header=Subject: your invöice")).isTrue();
    }

    @Test
    void aSymbolWasFound() {
        mail.symbols = List.of(Symbol.noted("FILE_MACROS", ""));
        assertThat(mail.meets("symbol=FILE_MACROS")).isTrue();
        assertThat(mail.meets("symbol=SPF_FAIL")).isFalse();
        assertThat(mail.meets("symbol=FILE_MACROS;symbol=!FILE_MACROS")).isFalse();
    }

    @Test
    void aScoreIsReached() {
        mail.symbols = List.of(new Symbol("A", 4, ""));
        assertThat(mail.meets("score-at-least=4")).isTrue();
        assertThat(mail.meets("score-at-least=4.1")).isFalse();
    }

    @Test
    void aSizeIsExceeded() {
        mail.size = 2048;
        assertThat(mail.meets("larger-than=2047")).isTrue();
        assertThat(mail.meets("larger-than=2K")).isFalse();
    }

    @Test
    void aFileHasANameAndATypeInArchivesToo() {
        mail.files = Optional.of(List.of(new SeenFile("Bill.zip", "application/pdf", "application/zip"),
                new SeenFile("Bill.zip/run.EXE", "application/octet-stream", "application/x-dosexec")));
        assertThat(mail.meets("attachment=*.exe")).isTrue();
        assertThat(mail.meets("attachment=run.exe")).isTrue();
        assertThat(mail.meets("attachment=bill.zip/*")).isTrue();
        assertThat(mail.meets("attachment=*.doc")).isFalse();
        assertThat(mail.meets("attachment-type=application/pdf")).isTrue();
        assertThat(mail.meets("attachment-type=application/zip")).isTrue();
        assertThat(mail.meets("attachment-type=image/*")).isFalse();
        assertThat(mail.meets("has-attachment=true")).isTrue();
        assertThat(mail.meets("has-attachment=false")).isFalse();
    }

    @Test
    void whereThereIsNoFileItsAbsenceCanBeAskedFor() {
        assertThat(mail.meets("has-attachment=false")).isTrue();
        assertThat(mail.meets("attachment=!*.exe")).isTrue();
    }

    @Test
    void whereNobodyHasLookedForFilesNothingIsKnownOfThem() {
        mail.files = Optional.empty();
        assertThat(mail.meets("has-attachment=false")).isFalse();
        assertThat(mail.meets("attachment=!*.exe")).isFalse();
    }

    @Test
    void aSenderWasAuthenticatedOrNot() {
        mail.results = List.of(Mails.result("spf", ResultName.FAIL), Mails.result("dkim", ResultName.FAIL),
                Mails.result("dkim", ResultName.PASS));
        assertThat(mail.meets("authentication=spf=fail")).isTrue();
        assertThat(mail.meets("authentication=dkim=pass")).isTrue();
        assertThat(mail.meets("authentication=dmarc=none")).isTrue();
        assertThat(mail.meets("authentication=!dkim=pass")).isFalse();
    }

    @Test
    void whatOnlyAnExaminationTellsIsNotKnownOfMailThatIsNotExamined() {
        mail.isExamined = false;
        mail.symbols = List.of(new Symbol("A", 40, ""));
        assertThat(mail.meets("score-at-least=1")).isFalse();
        assertThat(mail.meets("authentication=spf=none")).isFalse();
        assertThat(mail.meets("authentication=!spf=pass")).isFalse();
        assertThat(mail.meets("has-attachment=false")).isFalse();
        assertThat(mail.meets("header=Subject: *;larger-than=1")).isTrue();
    }

    @Test
    void timesAreThoseOfTheGateway() {
        assertThat(mail.meets("hours=11:30-12:30;days=fri")).isTrue();
        assertThat(mail.meets("hours=10:30-11:30")).isFalse();
    }
}
