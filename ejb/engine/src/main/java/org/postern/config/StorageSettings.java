package org.postern.config;

import java.util.List;

/** Where everything is kept that must last. */
public final class StorageSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<String> DATA = LIST.setting("data", SettingTypes.text(), "",
            "Folder of journal, database, spool and log. Empty: chosen by the start script.");
    public static final Setting<String> DRIVER = LIST.setting("db.driver", SettingTypes.text(), "h2",
            "The database: h2 or postgresql.");
    public static final Setting<String> URL = LIST.setting("db.url", SettingTypes.text(), "",
            "JDBC address of the database. Empty: a file in the data folder.");
    public static final Setting<String> USER = LIST.setting("db.user", SettingTypes.text(), "postern",
            "User of the database.");
    public static final Setting<String> PASSWORD = LIST.setting("db.password", SettingTypes.secret(), "postern",
            "Password of that user. Better given as an environment variable, or in a file of its own, than in the file.");
    public static final Setting<Integer> POOL = LIST.setting("db.pool", SettingTypes.integer(2, 1000), "20",
            "Most connections to the database at a time.");

    private StorageSettings() {}
}
