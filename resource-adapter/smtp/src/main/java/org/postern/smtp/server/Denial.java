package org.postern.smtp.server;

import org.postern.receiver.ListenerSetting;
import org.postern.receiver.Reason;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Violation;

import java.io.IOException;

/**
 * A refusal that the session itself gives, with what it rests on.
 *
 * @param reply a 4xx or 5xx
 * @param reason for the trace
 */
record Denial(Reply reply, Reason reason) {
    static final Denial MESSAGE_SIZE = of(Replies.TOO_BIG, "message-size", ListenerSetting.MESSAGE_SIZE_LIMIT);
    static final Denial HEADER_SIZE = of(Replies.HEADER_TOO_BIG, "header-size", ListenerSetting.HEADER_SIZE_LIMIT);
    static final Denial RECIPIENTS = of(Replies.TOO_MANY_RECIPIENTS, "recipients", ListenerSetting.RECIPIENT_LIMIT);
    static final Denial MEMORY = new Denial(Replies.NO_ROOM_FOR_RECIPIENT,
            Reason.seen("memory of all envelopes").by("memory"));
    private static final String GRAMMAR = "grammar";

    /** {@return the refusal of content that cannot be kept} */
    static Denial of(IOException failure) {
        return failure instanceof ContentStore.NoRoomException noRoom
                ? new Denial(Replies.NO_ROOM, noRoom.reason())
                : of(Replies.NO_ROOM);
    }

    /** {@return a refusal of which the reply says all} */
    static Denial of(Reply reply) {
        return new Denial(reply, Reason.NONE);
    }

    private static Denial of(Reply reply, String rule, ListenerSetting setting) {
        return new Denial(reply, Reason.setting(setting.key()).by(rule));
    }

    /** {@return the refusal that a violation of the grammar earns} */
    static Denial of(Violation violation) {
        Reason reason = switch (violation) {
            case TEXT_LINE_TOO_LONG -> Reason.setting(ListenerSetting.TEXT_LINE_LIMIT.key());
            case COMMAND_TOO_LONG, COMMAND_FAR_TOO_LONG -> Reason.setting(ListenerSetting.COMMAND_LINE_LIMIT.key());
            default -> Reason.section(violation.section());
        };
        return new Denial(violation.reply(), reason.by(GRAMMAR));
    }
}
