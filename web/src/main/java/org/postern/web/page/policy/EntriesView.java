package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trust.EntryDesk;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.StoredEntry;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Whom people allow, or block: a page of one list, from any entry on. */
@Named
@ViewScoped
public class EntriesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;

    @Inject
    private transient EntryDesk desk;

    private Effect effect = Effect.ALLOW;
    private String text = "";
    private long after;
    private transient List<StoredEntry> found;

    private List<StoredEntry> found() {
        if (found == null) {
            found = desk.find(effect, text, after, LINES + 1);
        }
        return found;
    }

    /** {@return those of this page} */
    public List<StoredEntry> getEntries() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the key behind which the next page begins; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? getEntries().getLast().entry().key() : "";
    }

    /** {@return whether an entry does not count any more} */
    public boolean isOver(StoredEntry stored) {
        return !stored.entry().countsAt(Instant.now());
    }

    /** Removes the entry that the request names, and shows the page anew. */
    public void remove() {
        Forms.tell(desk.remove(Forms.number("entry")), Texts.current().say("lists.itIsRemoved"));
        Forms.show("lists?list=" + getList() + "&q=" + Forms.encoded(text) + "&after=" + after);
    }

    /** {@return {@code allow} or {@code block}} */
    public String getList() {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    /** Takes the list of those who are allowed for what is none. */
    public void setList(String list) {
        effect = effect(list);
    }

    static Effect effect(String list) {
        return Forms.given(list).equals("block") ? Effect.BLOCK : Effect.ALLOW;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }

    public long getAfter() {
        return after;
    }

    public void setAfter(long after) {
        this.after = after;
    }
}
