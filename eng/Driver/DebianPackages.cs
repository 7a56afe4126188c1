namespace ClickUpMcp.Driver;

/// <summary>Installs Debian packages where we may, and says what to do where we may not.</summary>
public static class DebianPackages
{
    /// <summary>Null once they are installed; else why they are not, with the command that installs them.</summary>
    public static async Task<string?> InstallAsync(
        IReadOnlyCollection<string> packages,
        CancellationToken cancellationToken = default
    )
    {
        List<string> install = ["apt-get", "install", "-y", "--no-install-recommends", .. packages];
        List<string> prefix = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];
        var missing =
            $"Missing on this machine: {string.Join(", ", packages)}. Install them and start again:\n"
            + $"  sudo apt-get update && sudo {string.Join(' ', install)}";
        if (ProgramPath.Find("apt-get") is null || (prefix.Count > 0 && !await MaySudoAsync(cancellationToken)))
        {
            return missing;
        }

        Console.WriteLine($"Installing {string.Join(", ", packages)}");
        var quiet = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        // Another program of this machine may be installing as well.
        install.Insert(1, "-oDPkg::Lock::Timeout=300");
        foreach (
            List<string> command in (List<string>[])
                [
                    ["apt-get", "update", "-q"],
                    install,
                ]
        )
        {
            List<string> whole = [.. prefix, .. command];
            var done = await ChildProcess.RunAsync(whole[0], whole.Skip(1), quiet, null, cancellationToken);
            if (done.ExitCode != 0)
            {
                return $"{missing}\n{done.Everything}";
            }
        }

        return null;
    }

    private static async Task<bool> MaySudoAsync(CancellationToken cancellationToken) =>
        ProgramPath.Find("sudo") is not null
        && (await ChildProcess.RunAsync("sudo", ["-n", "true"], null, null, cancellationToken)).ExitCode == 0;
}
