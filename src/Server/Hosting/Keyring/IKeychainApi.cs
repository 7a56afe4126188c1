namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The functions of macOS that a program with one secret calls; each returns the status of the system.</summary>
internal interface IKeychainApi
{
    /// <summary>SecKeychainFindGenericPassword.</summary>
    /// <param name="service">The program, in UTF-8.</param>
    /// <param name="account">What the secret is for, in UTF-8.</param>
    /// <param name="length">How long the secret is.</param>
    /// <param name="data">The secret, which must be given back; 0 when there is none.</param>
    /// <param name="item">The item, which must be released; 0 when there is none.</param>
    int Find(byte[] service, byte[] account, out uint length, out nint data, out nint item);

    /// <summary>SecKeychainAddGenericPassword.</summary>
    int Add(byte[] service, byte[] account, byte[] secret);

    /// <summary>SecKeychainItemDelete.</summary>
    int Delete(nint item);

    /// <summary>SecKeychainItemFreeContent.</summary>
    void FreeContent(nint data);

    /// <summary>CFRelease.</summary>
    void Release(nint item);
}
