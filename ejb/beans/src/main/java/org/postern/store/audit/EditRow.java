package org.postern.store.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.access.Edit;

/** What an act has changed about one thing. */
@Entity
@Table(name = "admin_edit")
class EditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long line;
    private int place;
    @Column(name = "text_before")
    private String before;
    @Column(name = "text_after")
    private String after;
    @Column(name = "next_before")
    private String nextBefore;
    @Column(name = "next_after")
    private String nextAfter;

    protected EditRow() {}

    EditRow(long line, int place, Edit edit) {
        this.line = line;
        this.place = place;
        before = edit.before();
        after = edit.after();
        nextBefore = edit.nextBefore();
        nextAfter = edit.nextAfter();
    }

    long line() {
        return line;
    }

    int place() {
        return place;
    }

    Edit toEdit() {
        return new Edit(before, after, nextBefore, nextAfter);
    }
}
