/* Wine 8 has no Windows.UI.ViewManagement.UISettings, of which Qt 6.9 asks the accent colours at its start and aborts
   without an answer. This one says a grey blue for every colour. For the trial under Wine only; never shipped. */
#include <string.h>
#include <windows.h>

typedef struct {
    const void *const *table;
} Face;

static const GUID UI_SETTINGS = {0x85361600, 0x1C63, 0x4627, {0xBC, 0xB1, 0x3A, 0x89, 0xE0, 0xBC, 0x9C, 0x55}};
static const GUID UI_SETTINGS_3 = {0x03021BE4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xF7, 0xD0, 0x6D, 0x7B}};
static const GUID INSPECTABLE = {0xAF86E2E0, 0xB12D, 0x4C6A, {0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90}};
static const GUID FACTORY = {0x00000035, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID UNKNOWN = {0x00000000, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID AGILE = {0x94EA2B94, 0xE9CC, 0x49E0, {0xC0, 0xFF, 0xEE, 0x64, 0xCA, 0x8F, 0x5B, 0x90}};

static Face settings, colours, factory;

static HRESULT WINAPI query(Face *self, const GUID *wanted, void **out) {
    if (self != &factory && !memcmp(wanted, &UI_SETTINGS_3, sizeof *wanted)) *out = &colours;
    else if (self != &factory && !memcmp(wanted, &UI_SETTINGS, sizeof *wanted)) *out = &settings;
    else if (self == &factory && !memcmp(wanted, &FACTORY, sizeof *wanted)) *out = &factory;
    else if (!memcmp(wanted, &UNKNOWN, sizeof *wanted) || !memcmp(wanted, &INSPECTABLE, sizeof *wanted) ||
             !memcmp(wanted, &AGILE, sizeof *wanted)) *out = self;
    else { *out = NULL; return E_NOINTERFACE; }
    return S_OK;
}
static ULONG WINAPI held(Face *self) { (void)self; return 1; }
static HRESULT WINAPI nothing(void) { return E_NOTIMPL; }
static HRESULT WINAPI activate(Face *self, void **out) { (void)self; *out = &settings; return S_OK; }
static HRESULT WINAPI colour(Face *self, int which, BYTE *argb) {
    static const BYTE grey_blue[4] = {255, 70, 100, 140};
    (void)self; (void)which;
    memcpy(argb, grey_blue, 4);
    return S_OK;
}
static HRESULT WINAPI watch(Face *self, void *handler, INT64 *token) { (void)self; (void)handler; *token = 1; return S_OK; }
static HRESULT WINAPI unwatch(Face *self, INT64 token) { (void)self; (void)token; return S_OK; }

#define BASE query, held, held, nothing, nothing, nothing
static const void *const SETTINGS[] = {BASE, nothing, nothing, nothing, nothing, nothing, nothing, nothing,
                                       nothing, nothing, nothing, nothing, nothing, nothing};
static const void *const COLOURS[] = {BASE, colour, watch, unwatch};
static const void *const ACTIVATION[] = {BASE, activate};
static Face settings = {SETTINGS}, colours = {COLOURS}, factory = {ACTIVATION};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *class_id, void **out) {
    (void)class_id;
    *out = &factory;
    return S_OK;
}
__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
