package org.postern.policy.check;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.util.List;

/** How much may come in how short a time. */
public final class RateSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Integer> CONNECTIONS = LIST.live("rate.connections",
            SettingTypes.integer(0, 1_000_000),
            "3000", "Connections in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> COMMANDS = LIST.live("rate.commands", SettingTypes.integer(0, 10_000_000),
            "60000",
            "EHLO, MAIL, RCPT and messages together in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> MESSAGES = LIST.live("rate.messages", SettingTypes.integer(0, 1_000_000),
            "6000", "Messages in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> USER_MESSAGES = LIST.live("rate.user-messages",
            SettingTypes.integer(0, 1_000_000), "100", "Messages in a minute of one user; 0 for no limit.");
    public static final Setting<Integer> RECIPIENTS = LIST.live("rate.recipients",
            SettingTypes.integer(0, 10_000_000), "0",
            "Recipients in an hour of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> USER_RECIPIENTS = LIST.live("rate.user-recipients",
            SettingTypes.integer(0, 10_000_000), "2000", "Recipients in an hour of one user; 0 for no limit.");

    private RateSettings() {}
}
