namespace ClickUpMcp.Driver;

/// <summary>Finds programs of the machine.</summary>
public static class ProgramPath
{
    /// <summary>The program's full path, from PATH or one of the further folders; null where it is nowhere.</summary>
    public static string? Find(string program, params IEnumerable<string> folders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Concat(folders)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
