package org.postern.store.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Role;
import org.postern.admin.access.Told;

import java.time.Instant;

/** That somebody did something. */
@Entity
@Table(name = "admin_audit")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "done_at")
    private Instant at;
    private String person;
    private String role;
    private String act;
    private String thing;
    @Column(name = "text_before")
    private String before;
    @Column(name = "text_after")
    private String after;
    @Column(name = "takes_back")
    private long takesBack;

    protected AuditRow() {}

    AuditRow(AuditLine line) {
        at = line.at();
        person = line.person();
        role = line.role().word();
        act = line.act();
        thing = line.thing();
        before = line.before();
        after = line.after();
    }

    long key() {
        return id;
    }

    long takesBack() {
        return takesBack;
    }

    /** Takes over what came of it. */
    void become(Told told) {
        AuditLine line = told.line();
        takesBack = told.takesBack();
        thing = line.thing();
        before = line.before();
        after = line.after();
    }

    AuditLine toLine() {
        return new AuditLine(id, at, person, Role.of(role).orElse(Role.AUDITOR), act, thing, before, after);
    }
}
