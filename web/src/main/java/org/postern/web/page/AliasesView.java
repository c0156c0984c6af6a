package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.AliasDesk;
import org.postern.routing.StoredAlias;

import java.io.Serializable;
import java.util.List;

/** Aliases and lists, a page of them from any address on. */
@Named
@ViewScoped
public class AliasesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    @Inject
    private transient AliasDesk desk;

    private String after = "";
    private String address = "";
    private String members = "";
    private String owner = "";
    private boolean enabled = true;
    private String remark = "";

    public List<StoredAlias> getAliases() {
        return desk.after(after.strip(), PAGE);
    }

    /** {@return the address behind which the next page begins; empty where there is none} */
    public String getNext() {
        List<StoredAlias> page = getAliases();
        return page.size() < PAGE ? "" : page.getLast().address();
    }

    /** Keeps what was written, in place of what stood at that address. */
    public void keep() {
        if (Forms.tell(desk.put(address, members.lines().toList(), owner, enabled, remark, Forms.person()),
                "It is kept, and counts on all nodes within seconds.")) {
            forget();
        }
    }

    /** Puts an alias into the form. */
    public void edit(StoredAlias alias) {
        address = alias.address();
        members = String.join("\n", alias.members());
        owner = alias.owner().orElse("");
        enabled = alias.enabled();
        remark = alias.remark();
    }

    /** Empties the form. */
    public void forget() {
        address = "";
        members = "";
        owner = "";
        enabled = true;
        remark = "";
    }

    public void delete(StoredAlias alias) {
        Forms.tell(desk.delete(alias.address()), "It is deleted.");
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
