package org.postern.web.page.routes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.AliasDesk;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One alias or list, as it is written: a new one, or another form of one that there is. */
@Named
@ViewScoped
public class AliasView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AliasDesk desk;

    private String of = "";
    private String after = "";
    private String address = "";
    private String members = "";
    private String owner = "";
    private boolean enabled = true;
    private String remark = "";

    /** Puts the alias of this address into the form; shows the list if there is none. */
    public void load() {
        if (of.isEmpty()) {
            return;
        }
        desk.find(of).ifPresentOrElse(alias -> {
            address = alias.address();
            members = String.join("\n", alias.members());
            owner = alias.owner().orElse("");
            enabled = alias.enabled();
            remark = alias.remark();
        }, () -> {
            Forms.tell(Optional.of(Texts.current().say("aliases.noAliasXAnyMore", of)), "");
            Forms.show(list());
        });
    }

    /** Saves what was written, and shows it among the others. */
    public void save() {
        List<String> lines = members.lines().toList();
        boolean saved = Forms.tell(of.isEmpty()
                ? desk.add(address, lines, owner, enabled, remark, Forms.person())
                : desk.put(of, lines, owner, enabled, remark, Forms.person()),
                Texts.current().say("common.xIsSaved", of.isEmpty() ? address.strip() : of));
        if (saved) {
            Forms.show(list() + "#alias-" + Forms.encoded(of.isEmpty() ? address.strip() : of));
        }
    }

    private String list() {
        return "aliases?after=" + Forms.encoded(after);
    }

    /** {@return the address that is changed; empty for a new alias} */
    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = Forms.given(of);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = Forms.given(address);
    }

    public String getMembers() {
        return members;
    }

    public void setMembers(String members) {
        this.members = Forms.given(members);
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = Forms.given(owner);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = Forms.given(remark);
    }
}
