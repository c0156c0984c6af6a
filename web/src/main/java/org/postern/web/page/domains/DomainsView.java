package org.postern.web.page.domains;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.domains.DomainDesk;
import org.postern.admin.domains.DomainSummary;
import org.postern.web.page.Forms;

import java.util.List;
import java.util.Locale;

/** The domains that the gateway has to do with, a page of them from any name on. */
@Named
@RequestScoped
public class DomainsView {
    private static final int LINES = 100;

    @Inject
    private DomainDesk desk;

    private String text = "";
    private String after = "";
    private List<DomainSummary> found;

    private List<DomainSummary> found() {
        if (found == null) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            found = desk.all()
                    .stream()
                    .filter(one -> one.name().contains(wanted) && one.name().compareTo(after) > 0)
                    .limit(LINES + 1L)
                    .toList();
        }
        return found;
    }

    /** {@return those of this page} */
    public List<DomainSummary> getDomains() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the name behind which the next page begins; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? getDomains().getLast().name() : "";
    }

    /** {@return a part of the names that are sought} */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }
}
