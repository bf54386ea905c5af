package org.paptracker.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from. */
final class Addresses {
    private static final int BYTES_OF_A_NETWORK = 8;

    private Addresses() {}

    /** What one household or office has: an IPv4 address, or the first half of an IPv6 address, as it has all the rest. */
    static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: no name is looked up
            if (bytes.length <= BYTES_OF_A_NETWORK) return address;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_A_NETWORK));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
