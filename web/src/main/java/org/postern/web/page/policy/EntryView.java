package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.EntryDraft;
import org.postern.reputation.entry.StoredEntry;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One entry of a list, as it is written: a new one, or another form of one that there is. */
@Named
@ViewScoped
public class EntryView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient EntryDesk desk;

    private long id;
    private String list = "allow";
    private String party = "";
    private String owner = "";
    private String comment = "";
    private String expires = "";

    /** Puts the entry of this key into the form; shows the list if there is none. */
    public void load() {
        if (id == 0) {
            return;
        }
        desk.find(id).map(StoredEntry::entry).ifPresentOrElse(entry -> {
            EntryDraft draft = EntryDraft.of(entry, Instant.now());
            list = draft.effect().name().toLowerCase(Locale.ROOT);
            party = draft.party();
            owner = draft.owner();
            comment = draft.comment();
            expires = draft.expires();
        }, () -> {
            Forms.tell(Optional.of(Texts.current().say("lists.noSuchEntryAnyMore")), "");
            Forms.show("lists?list=" + list);
        });
    }

    /** Saves what was written, and shows it among the others. */
    public void save() {
        EntryDraft draft = new EntryDraft(EntriesView.effect(list), party, owner, comment, expires);
        boolean saved = Forms.tell(
                id == 0 ? desk.add(draft, Forms.person()) : desk.change(id, draft, Forms.person()),
                Texts.current().say("common.xIsSaved", party.strip()));
        if (saved) {
            Forms.show("lists?list=" + list + "&q=" + Forms.encoded(party.strip().toLowerCase(Locale.ROOT)));
        }
    }

    /** {@return the key of the entry that is changed; 0 for a new one} */
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = Forms.given(list).equals("block") ? "block" : "allow";
    }

    public String getParty() {
        return party;
    }

    public void setParty(String party) {
        this.party = Forms.given(party);
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = Forms.given(owner);
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = Forms.given(comment);
    }

    public String getExpires() {
        return expires;
    }

    public void setExpires(String expires) {
        this.expires = Forms.given(expires);
    }
}
