package org.postern.web.page.sink;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.sink.SinkDesk;
import org.postern.archive.ArchivedMail;
import org.postern.web.page.Forms;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One message in the sink. */
@Named
@ViewScoped
public class SunkView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SinkDesk desk;

    private String id = "";
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

    /** {@return to whom it was delivered} */
    public List<String> getRecipients() {
        if (recipients == null) {
            recipients = line().map(one -> desk.recipients(one.id())).orElse(List.of());
        }
        return recipients;
    }

    /** {@return the address of this page} */
    public String getHere() {
        return "sunk?id=" + Forms.encoded(id);
    }

    /** {@return the address of this page with the content} */
    public String getContent() {
        return getHere() + "&look=" + line().map(ArchivedMail::key).map(Forms::encoded).orElse("") + "#look";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Forms.given(id);
    }
}
