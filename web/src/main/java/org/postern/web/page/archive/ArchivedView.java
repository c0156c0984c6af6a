package org.postern.web.page.archive;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.archive.ArchiveDesk;
import org.postern.archive.ArchivedMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.page.Forms;
import org.postern.web.page.PageAddress;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One archived message. */
@Named
@ViewScoped
public class ArchivedView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ArchiveDesk desk;

    private String id = "";
    private String to = "";
    private transient Optional<ArchivedMail> line;
    private transient List<String> recipients;

    private Optional<ArchivedMail> line() {
        if (line == null) {
            line = id.matches("\\d{1,18}") ? desk.line(Long.parseLong(id)) : Optional.empty();
        }
        return line;
    }

    /** {@return its line; null, for the page, if it is not there any more} */
    public ArchivedMail getLine() {
        return line().orElse(null);
    }

    /** {@return for whom it was handed over} */
    public List<String> getRecipients() {
        if (recipients == null) {
            recipients = line().map(one -> desk.recipients(one.id())).orElse(List.of());
        }
        return recipients;
    }

    /** {@return the address of the page of all that was handed over where this was} */
    public String getList() {
        return new PageAddress("archive").and("place", line().map(ArchivedMail::place).orElse("")).toString();
    }

    /** {@return the address of this page} */
    public String getHere() {
        return "archived?id=" + Forms.encoded(id);
    }

    /** {@return the address of this page with the content} */
    public String getContent() {
        return getHere() + "&look=" + line().map(ArchivedMail::key).map(Forms::encoded).orElse("") + "#look";
    }

    /** Hands it over once more. */
    public void replay() {
        Optional<String> elsewhere = Optional.of(to.strip()).filter(name -> !name.isEmpty());
        Optional<?> fault;
        try {
            fault = line().isEmpty()
                    ? Optional.of(Texts.current().say("archive.itIsThereNoMore"))
                    : desk.now(line().get().id(), elsewhere, Forms.person());
        } catch (QueueUnavailableException away) {
            fault = Optional.of(Texts.current().say("archive.theQueueTakesNothing"));
        } catch (IllegalArgumentException wrong) {
            fault = Optional.of(Texts.current().say("archive.nothingWasBegunX", Forms.words(wrong)));
        }
        Forms.tell(fault, Texts.current()
                .say("archive.itWasHandedOverToX", elsewhere.or(() -> line().map(ArchivedMail::place)).orElse("")));
        Forms.show(getHere());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Forms.given(id);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
    }
}
