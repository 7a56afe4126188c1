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
        if (variant == NativeVariant.Static)
        {
            Need(missing, "cmake", Shell.Exists("cmake"));
            Need(missing, "make", Shell.Exists("make"));
            Need(missing, "g++", Shell.Exists("g++"));
            Need(missing, "libssl-dev", File.Exists("/usr/include/openssl/ssl.h"));
        }

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
        if (!OperatingSystem.IsLinux())
        {
            throw new BuildFailedException("The order of a start is recorded on Linux, with Valgrind.");
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

        List<string> install = ["apt-get", "install", "-y", "--no-install-recommends", .. packages];
        List<string> prefix = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];
        if (!Shell.Exists("apt-get") || (prefix.Count > 0 && !MaySudo()))
        {
            throw new BuildFailedException(
                $"Missing on this machine: {string.Join(", ", packages)}. Install them and start again:\n"
                    + $"  sudo apt-get update && sudo {string.Join(' ', install)}"
            );
        }

        Console.WriteLine($"Installing {string.Join(", ", packages)}");
        var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        Run([.. prefix, "apt-get", "update", "-q"]);
        Run([.. prefix, .. install]);

        void Run(List<string> command) => Shell.Run(command[0], command.Skip(1), quiet);
    }

    private static bool MaySudo() =>
        Shell.Exists("sudo") && ChildProcess.RunAsync("sudo", ["-n", "true"]).GetAwaiter().GetResult().ExitCode == 0;
}
