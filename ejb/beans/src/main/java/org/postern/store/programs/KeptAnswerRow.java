package org.postern.store.programs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.admin.programs.KeptAnswer;
import org.postern.store.Bounded;

import java.time.Instant;

/** What a program was answered. */
@Entity
@Table(name = "api_answer")
class KeptAnswerRow {
    @Id
    @Column(name = "answer_key")
    private String key;
    private String caller;
    private String print;
    private Instant begun;
    private int status;
    @Column(name = "media_type")
    private String type;
    private String body;

    protected KeptAnswerRow() {}

    KeptAnswerRow(KeptAnswer asked) {
        key = asked.key();
        caller = Bounded.reference(asked.caller());
        print = asked.print();
        begun = asked.begun();
        status = asked.status();
        type = asked.type();
        body = asked.body();
    }

    void answer(int code, String mediaType, String text) {
        status = code;
        type = mediaType;
        body = text;
    }

    KeptAnswer toAnswer() {
        return new KeptAnswer(key, caller, print, begun, status, type, body);
    }
}
