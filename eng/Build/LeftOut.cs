namespace ClickUpMcp.Build;

/// <summary>Looks whether <c>eng/left-out.xml</c> still does what it is for: the compiler passes over what it does not find.</summary>
internal static class LeftOut
{
    /// <summary>How the names begin of what must not be linked: what only the emptied methods lead to.</summary>
    private static readonly string[] Names =
    [
        "S_P_Xml_System_Xml_Schema_",
        "Npgsql_Npgsql_NpgsqlDataSourceBuilder__",
        "System_IO_Compression_Brotli_Interop_Brotli__BrotliEncoder",
        "Microsoft_AspNetCore_Diagnostics_Microsoft_AspNetCore_Diagnostics_",
    ];

    public static async Task CheckAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var symbols = await ManagedSymbols.ReadAsync(NativeProgram.Server);
        var linked = symbols
            .Methods.Select(method => method.Name)
            .Where(name => Names.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            .ToList();
        if (linked.Count > 0)
        {
            throw new BuildFailedException(
                $"{linked.Count} methods are linked that eng/left-out.xml should leave out, as {linked[0]}. "
                    + "Was a method that it names renamed?"
            );
        }
    }
}
