package org.postern.web.page.routes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.AliasDesk;
import org.postern.routing.StoredAlias;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;

/** Aliases and lists, a page of them from any address on. */
@Named
@ViewScoped
public class AliasesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;

    @Inject
    private transient AliasDesk desk;

    private String after = "";
    private transient List<StoredAlias> aliases;

    public List<StoredAlias> getAliases() {
        if (aliases == null) {
            aliases = desk.after(after.strip(), LINES);
        }
        return aliases;
    }

    /** {@return the address behind which the next page begins; empty where there is none} */
    public String getNext() {
        return getAliases().size() < LINES ? "" : getAliases().getLast().address();
    }

    /** Deletes the alias that the request names, and shows the page anew. */
    public void delete() {
        String address = Forms.parameter("alias");
        Forms.tell(desk.delete(address), Texts.current().say("common.xIsDeleted", address));
        Forms.show("aliases?after=" + Forms.encoded(after));
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }
}
