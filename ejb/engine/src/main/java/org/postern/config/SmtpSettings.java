package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.util.List;

/** What a session with a client may cost, and what is offered there. Listeners read it as it stands, so numbers are plain ones. */
public final class SmtpSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Integer> MESSAGE_SIZE_LIMIT = number(ListenerSetting.MESSAGE_SIZE_LIMIT,
            "Octets of the largest message that is taken, announced by SIZE (RFC 1870).");
    public static final Setting<Integer> RECIPIENT_LIMIT = number(ListenerSetting.RECIPIENT_LIMIT,
            "Recipients of one message (RFC 5321, 4.5.3.1.8), as far as their commands fit into 128 KB. Announced by LIMITS (RFC 9422) are the "
                    + "hundred that always do.");
    public static final Setting<Integer> FUTURE_RELEASE = number(ListenerSetting.FUTURE_RELEASE,
            "Seconds for which a user or an application may have a message held before it goes on (RFC 4865); 0 for not at all.");

    static {
        number(ListenerSetting.HEADER_SIZE_LIMIT, "Octets of the header section of a message.");
        number(ListenerSetting.TEXT_LINE_LIMIT,
                "Octets of a line of content, line end included (RFC 5321, 4.5.3.1.6).");
        number(ListenerSetting.COMMAND_LINE_LIMIT,
                "Octets of a command line, line end included (RFC 5321, 4.5.3.1.4).");
        number(ListenerSetting.ERROR_LIMIT, "Faulty commands after which a session is ended.");
        number(ListenerSetting.REFUSAL_LIMIT,
                "Refused commands, or commands deferred between two messages, after which a session is ended.");
        number(ListenerSetting.IDLE_COMMAND_LIMIT,
                "Commands that carry no mail, between two messages, after which a session is ended.");
        number(ListenerSetting.SESSION_LIMIT, "Sessions of one listener at a time.");
        number(ListenerSetting.CLIENT_SESSION_LIMIT, "Sessions at a time of one IPv4 address or IPv6 /64 network.");
        number(ListenerSetting.BACKLOG,
                "Connections of one listener that the system keeps until they are taken.");
        number(ListenerSetting.COMMAND_TIMEOUT, "Seconds to wait for the next command (RFC 5321, 4.5.3.2.7).");
        number(ListenerSetting.DATA_TIMEOUT, "Seconds to wait for the next block of content (RFC 5321, 4.5.3.2.5).");
        number(ListenerSetting.MINIMUM_RATE, "Octets a second that content must bring in the mean.");
        number(ListenerSetting.MESSAGE_TIMEOUT,
                "Seconds within which a session must bring an accepted message.");
        number(ListenerSetting.TRANSACTION_TIMEOUT, "Seconds that the content of one message may take.");
        number(ListenerSetting.SESSION_TIMEOUT,
                "Seconds after which a session is ended, between two messages.");
        number(ListenerSetting.REPLY_TIMEOUT,
                "Seconds for a client to take a reply, or to make a TLS handshake.");
        number(ListenerSetting.DRAIN_TIMEOUT,
                "Seconds for messages that are arriving to end when the gateway is suspended or stopped.");
        number(ListenerSetting.SPOOL_LIMIT,
                "Megabytes that content may fill on the disk while it arrives, of which one client network gets no more than it leaves for "
                        + "the others; 0 for a tenth of the disk. Two of the largest messages always fit.");
        number(ListenerSetting.MEMORY_THRESHOLD,
                "Octets of a message that stay in memory while it arrives; a larger one goes to disk.");
        LIST.setting(ListenerSetting.ETRN, SettingTypes.flag(),
                "Whether a node may ask by ETRN for the mail that waits for it (RFC 1985).");
    }

    private SmtpSettings() {}

    private static Setting<Integer> number(ListenerSetting shared, String meaning) {
        ListenerSetting.Range range = shared.range().orElseThrow();
        return LIST.setting(shared, SettingTypes.integer(range.least(), range.most()), meaning);
    }
}
