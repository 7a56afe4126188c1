using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Debian packages a step needs beyond the .NET SDK: installed when we may, named when we may not.</summary>
internal static class Prerequisites
{
    public static void ForLinking(NativeVariant variant)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        List<string> missing = [];
        Need(missing, "gcc", Shell.Exists("gcc") || Shell.Exists("clang"));
        Need(missing, "libc6-dev", File.Exists("/usr/include/stdlib.h"));
        Need(missing, "binutils", Shell.Exists("ld") && Shell.Exists("objcopy"));
        Need(missing, "zlib1g-dev", File.Exists("/usr/include/zlib.h"));
        Need(missing, "libsqlite3-dev", File.Exists("/usr/include/sqlite3.h"));
        if (variant == NativeVariant.Static)
        {
            Need(missing, "cmake", Shell.Exists("cmake"));
            Need(missing, "make", Shell.Exists("make"));
            Need(missing, "g++", Shell.Exists("g++"));
            Need(missing, "libssl-dev", File.Exists("/usr/include/openssl/ssl.h"));
        }

        Install(missing);
    }

    public static void ForCrossLinking()
    {
        List<string> missing = [];
        Need(missing, "gcc-aarch64-linux-gnu", Shell.Exists("aarch64-linux-gnu-gcc"));
        Need(missing, "libc6-dev-arm64-cross", File.Exists("/usr/aarch64-linux-gnu/include/stdlib.h"));
        Install(missing);
    }

    public static void ForImage()
    {
        List<string> missing = [];
        Need(missing, "ca-certificates", File.Exists("/etc/ssl/certs/ca-certificates.crt"));
        Install(missing);
    }

    public static void ForTracing()
    {
        if (!EntryTracer.IsSupported)
        {
            throw new BuildFailedException("What a start runs and reads is recorded on Linux on x64.");
        }

        List<string> missing = [];
        Need(missing, "valgrind", Shell.Exists("valgrind"));
        Install(missing);
    }

    /// <summary>npm fetches the pinned tools; the Node they run on is one of them.</summary>
    public static void ForNpm()
    {
        if (OperatingSystem.IsLinux() && !Shell.Exists("npm"))
        {
            Install(["nodejs", "npm"]);
        }
    }

    /// <summary>A browser that tests look at pages with; elsewhere than on Debian they take the installed one.</summary>
    public static void ForBrowser()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        List<string> missing = [];
        Need(missing, "chromium", Shell.Exists("chromium") || Shell.Exists("google-chrome"));
        Need(missing, "fonts-dejavu-core", Directory.Exists("/usr/share/fonts/truetype/dejavu"));
        Install(missing);
    }

    private static void Need(List<string> missing, string package, bool present)
    {
        if (!present)
        {
            missing.Add(package);
        }
    }

    private static void Install(List<string> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        if (DebianPackages.InstallAsync(packages).GetAwaiter().GetResult() is { } problem)
        {
            throw new BuildFailedException(problem);
        }
    }
}
