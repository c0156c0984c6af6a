package org.postern.config;

import java.util.List;

/** Keeps what people write for settings, for all nodes. A failure is an unchecked exception. */
public interface SettingStore {
    /** {@return a number that each change makes greater} */
    long version();

    /** {@return all that is kept, in the order of the keys} */
    List<KeptSetting> all();

    /** {@return what counted before the last changes of those settings that say how long something is kept, as far as it may matter still} */
    List<PastSetting> past();

    /** Notes what counts until now; what is over for the same setting may be forgotten. Others who change settings wait for the transaction to end. */
    void remember(PastSetting past);

    /** Keeps a value, in place of the one of the same key. */
    void put(KeptSetting setting);

    /** {@return whether there was one of this key, which is kept no more} */
    boolean remove(String key);
}
