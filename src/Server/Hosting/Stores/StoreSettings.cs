using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>The table of what can be configured of the store; the server over HTTP and the admin verb look at it.</summary>
internal static class StoreSettings
{
    public static Setting[] All { get; } =
    [
        new(
            "store",
            "store",
            "CLICKUP_MCP_STORE",
            "ADDRESS",
            "where grants and licences are kept: memory, sqlite:…, postgres://… or redis://… (memory)",
            (o, v) => o.Http.Store.Address = new Secret(StoreFactory.Check(v))
        ),
        new(
            "masterKey",
            null,
            "CLICKUP_MCP_MASTER_KEY",
            null,
            "32 random bytes in Base64 that seal secrets in the store; older ones after it, with commas",
            (o, v) => o.Http.Store.MasterKeys = MasterKeys.Parse(v)
        ),
        new(
            "masterKeyFile",
            "master-key-file",
            "CLICKUP_MCP_MASTER_KEY_FILE",
            "PATH",
            "the same in a file, one on each line",
            (o, v) => o.Http.Store.MasterKeys = SettingFile.Read(v, o, "--master-key-file", MasterKeys.Parse)
        ),
    ];
}
