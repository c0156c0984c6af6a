package org.postern.web.page.parked;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import org.postern.admin.parked.ParkedAct;
import org.postern.assessment.QuarantineKind;
import org.postern.event.Sought;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QuarantineFilter;
import org.postern.web.page.Forms;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Mail in quarantine: found, chosen, released or dropped, and learnt from. */
@Named
@ViewScoped
public class QuarantineView extends ParkedChoice {
    private static final long serialVersionUID = 1L;

    private String words = "";
    private String kind = "";

    @Override
    ParkedFilter filter() {
        Optional<QuarantineKind> wanted = Arrays.stream(QuarantineKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        return ParkedFilter.everything()
                .by(Sought.parse(getText()))
                .inQuarantine(new QuarantineFilter(wanted, words.strip()));
    }

    @Override
    String page() {
        return "quarantine";
    }

    @Override
    Map<String, String> sought() {
        return Map.of("q", getText(), "words", words, "kind", kind);
    }

    /** {@return when a line is dropped if nobody decides; null, for the page, if it is not in quarantine} */
    public Instant end(ParkedSummary line) {
        return parked().end(line).orElse(null);
    }

    /** Begins to release what is chosen. */
    public void release() {
        toChosen(new ParkedAct.RetryNow());
    }

    /** Begins to release what is chosen, and teaches that it is honest. */
    public void releaseAsHam() {
        toChosen(new ParkedAct.ReleaseAsHam());
    }

    /** Begins to release what is chosen, and allows its senders. */
    public void releaseAndAllow() {
        toChosen(new ParkedAct.ReleaseAndAllow());
    }

    /** Begins to drop what is chosen. */
    public void drop() {
        toChosen(new ParkedAct.Drop());
    }

    /** Begins to drop what is chosen, and teaches that it is spam. */
    public void dropAsSpam() {
        toChosen(new ParkedAct.DropAsSpam());
    }

    /** Begins to drop what is chosen, and blocks its senders. */
    public void dropAndBlock() {
        toChosen(new ParkedAct.DropAndBlock());
    }

    /** Begins to forget what was learnt of what is chosen. */
    public void forget() {
        toChosen(new ParkedAct.Forget());
    }

    /** Begins to release everything that matches. */
    public void releaseAll() {
        toAll(new ParkedAct.RetryNow());
    }

    /** Begins to drop everything that matches. */
    public void dropAll() {
        toAll(new ParkedAct.Drop());
    }

    public QuarantineKind[] getKinds() {
        return QuarantineKind.values();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = Forms.given(words);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = Forms.given(kind);
    }
}
