package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.content.HeaderDesk;
import org.postern.admin.content.ShownMail;

import java.io.Serializable;
import java.util.Optional;

/** A header section that somebody pastes, and the way that it tells of. */
@Named
@ViewScoped
public class HeaderView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient HeaderDesk desk;

    private String header = "";
    private transient Optional<ShownMail> read;

    /** Reads what was pasted. */
    public void read() {
        try {
            read = header.isBlank() ? Optional.empty() : Optional.of(desk.read(header));
        } catch (IllegalArgumentException wrong) {
            Forms.tell(Optional.of(Forms.words(wrong)), "");
        }
    }

    /** {@return what it is made of; null, for the page, before something was pasted} */
    public ShownMail getRead() {
        return read == null ? null : read.orElse(null);
    }

    public String getHeader() {
        return header;
    }

    public void setHeader(String header) {
        this.header = Forms.given(header);
    }
}
