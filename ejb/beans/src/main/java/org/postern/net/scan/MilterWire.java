package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.sentence.Sentence;

import java.nio.ByteBuffer;

/** Packets of the milter protocol: the length of what follows in four octets, a command, and its data. */
final class MilterWire {
    private static final Sentence TOO_LONG = Sentence.form("moreThanAMilterTakes",
            "more to say in one piece than a milter takes").with();
    /** The most data of a packet, in octets, in either direction (libmilter, MILTER_CHUNK_SIZE). */
    static final int MOST_DATA = 65_535;

    private final ScannerSocket socket;

    /** What the milter has said: a letter, or what stands in its place, and the data that belongs to it. */
    static final class Packet {
        private final char command;
        private final byte[] data;

        Packet(char command, byte[] data) {
            this.command = command;
            this.data = data;
        }

        char command() {
            return command;
        }

        byte[] data() {
            return data;
        }

        /** {@return the data as text, without the NUL at its end} */
        String text() {
            int end = data.length > 0 && data[data.length - 1] == 0 ? data.length - 1 : data.length;
            return new String(data, 0, end, UTF_8);
        }
    }

    MilterWire(ScannerSocket socket) {
        this.socket = socket;
    }

    void send(char command, byte[] data) throws ScannerFault, InterruptedException {
        if (data.length > MOST_DATA) {
            throw new ScannerFault(TOO_LONG);
        }
        byte[] packet = ByteBuffer.allocate(Integer.BYTES + 1 + data.length)
                .putInt(1 + data.length)
                .put((byte) command)
                .put(data)
                .array();
        socket.send(packet, 0, packet.length);
    }

    Packet receive() throws ScannerFault, InterruptedException {
        int length = ByteBuffer.wrap(socket.exactly(Integer.BYTES)).getInt();
        if (length < 1 || length > MOST_DATA + 1) {
            throw new ScannerFault(ScannerFault.OF_OCTETS.with(Integer.toUnsignedString(length)));
        }
        char command = (char) socket.next();
        return new Packet(command, socket.exactly(length - 1));
    }
}
